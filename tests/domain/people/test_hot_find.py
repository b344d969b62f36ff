"""The one-statement finds answer exactly what the slow path answers, and never scan."""

import pytest
from django.db import connection as database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.people import hot_find, queries
from keyhouse.domain.people.models import ExternalId
from keyhouse.domain.people.queries.finding import Comparison, Field, Where
from keyhouse.foundation import clock
from tests.cast import make_person

NAMES = ["kim", "lee", "Max", "zoe", "ána"]
people = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(NAMES),
            "managed": st.sampled_from(["scim", "other", "nobody"]),
            "state": st.sampled_from(["added", "active", "deactivated", "deleted"]),
            "detached": st.booleans(),
            "external_id": st.sampled_from(["", "1", "2", "é"]),
            "scim": st.sampled_from([{}, {"title": "x"}, {"emails": [{"value": "é"}]}]),
        }
    ),
    max_size=5,
    unique_by=lambda one: one["name"].casefold(),
)


@pytest.fixture
def other(cast):
    """A second connection of Acme."""
    return Connection.objects.of(cast.acme).create(kind="scim", name="Entra", state="active", made_at=clock.now())


def populate(cast, other, world):
    """Make the people of a generated world."""
    used = set()
    for one in world:
        managed = {"scim": cast.scim, "other": other, "nobody": None}[one["managed"]]
        person = make_person(
            cast.acme, f"{one['name']}@acme.example", one["name"], state=one["state"], managed_by=managed,
            detached=one["detached"], scim=one["scim"], holds_address=False, term_date=clock.now(),
        )  # fmt: skip
        if one["external_id"] and managed and (managed.id, one["external_id"]) not in used:
            used.add((managed.id, one["external_id"]))
            ExternalId.objects.of(cast.acme).create(connection=managed, person=person, value=one["external_id"])


def slowly(cast, field=None, value=None):
    """What the slow path answers."""
    where = Where(field=field, comparison=Comparison.IS, value=value) if field else None
    return queries.found(queries.find(cast.acme.id, cast.scim.id, where))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(world=people)
def test_both_ways_answer_the_same(cast, other, world):
    from django.db import transaction

    mine = (cast.acme.id, cast.scim.id)
    with transaction.atomic():
        populate(cast, other, world)
        everybody = slowly(cast)
        for name in NAMES:
            folded = f"{name}@acme.example".casefold()
            assert hot_find.by_email(*mine, folded) == slowly(cast, Field.EMAIL, folded)
        for value in ("1", "2", "é", "3"):
            assert hot_find.by_external_id(*mine, value) == slowly(cast, Field.EXTERNAL_ID, value)
        for person in everybody:
            assert hot_find.by_id(*mine, person.id) == [person]
        for start, size in ((0, 2), (1, 9), (7, 1), (0, 0)):
            assert hot_find.page(*mine, start, size) == (len(everybody), everybody[start : start + size])
        transaction.set_rollback(True)


def test_another_connection_and_another_organization_find_nothing(cast, other):
    kim = make_person(cast.acme, "kim@acme.example", "Kim", managed_by=cast.scim)

    for organization, connection in ((cast.acme.id, other.id), (cast.rival.id, cast.scim.id)):
        assert hot_find.by_id(organization, connection, kim.id) == []
        assert hot_find.by_email(organization, connection, "kim@acme.example") == []
        assert hot_find.page(organization, connection, 0, 9) == (0, [])


@pytest.mark.parametrize("statement", [hot_find.BY_EMAIL, hot_find.BY_EXTERNAL_ID, hot_find.BY_ID, hot_find.PAGE])
def test_no_find_scans_a_table(cast, statement):
    if database.vendor != "sqlite":
        pytest.skip("the planner of PostgreSQL scans small tables on purpose")
    values = {"organization": 1, "connection": 1, "value": 1, "size": 1, "skipped": 1}

    with database.cursor() as cursor:
        plan = [row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {statement.sqlite}", values).fetchall()]

    assert not [step for step in plan if step.startswith("SCAN p ") or step in ("SCAN p", "SCAN m")], plan
    if statement is hot_find.PAGE:
        assert any("COVERING INDEX people_of_a_connection" in step for step in plan), plan
