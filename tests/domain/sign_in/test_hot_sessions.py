"""The session check of every request: one statement that agrees with the slow path, and forgets nothing."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.organizations.models import Organization, SecuritySettings
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in import hot_sessions, queries
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.foundation.tenancy import rows_of
from tests.domain.administration.holding import give_group_role, make_group, make_role, put_in
from tests.domain.credentials.proofs import give_password
from tests.domain.sign_in import paths
from tests.domain.sign_in.walking import begin, password

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
MOMENTS = some.sampled_from([NOON + dt.timedelta(seconds=each) for each in (-7200, -3600, -3599, -1, 0, 1, 3600)])
FACTS = some.fixed_dictionaries(
    {
        "person": some.sampled_from(["active", "active", "active", "invited", "suspended", "deactivated", "deleted"]),
        "organization": some.sampled_from(["active", "active", "active", "suspended"]),
        "start": some.none() | MOMENTS,
        "until": MOMENTS,
        "used": MOMENTS,
        "connection": some.sampled_from([None, None, "active", "trial", "disabled", "foreign"]),
        "paused": some.booleans(),
        "role_until": some.none() | MOMENTS,
        "group": some.none()
        | some.fixed_dictionaries(
            {"paused": some.booleans(), "until": some.none() | MOMENTS, "role_until": some.none() | MOMENTS}
        ),
        "idle": some.tuples(some.sampled_from([5, 60, 1440]), some.none() | some.sampled_from([5, 60])),
        "relationship": some.none() | some.just(4711),
        "names": some.tuples(some.sampled_from(["", "Ada L."]), some.sampled_from(["", "Ada"])),
    }
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=FACTS)
def test_it_answers_what_the_slow_path_answers(cast, facts):
    secret = _session(cast, facts)

    with time_machine.travel(NOON, tick=False):
        assert hot_sessions.session(secret) == queries.session(secret)


def test_a_personal_login_is_known_without_organization_and_role(cast):
    give_password(cast.finn)
    secret = password(begin(cast.finn.email).secret).session

    found = hot_sessions.session(secret)

    assert found == queries.session(secret) and (found.organization_id, found.is_administrator) == (None, False)


def test_a_deactivation_counts_at_once(ada, cast):
    """SESS-2: the old cookie is refused by both paths as soon as the transaction commits."""
    secret = paths.session_of(cast)
    assert hot_sessions.session(secret) is not None

    deprovisioning.deactivate_person(by=ada, person=cast.ben)

    assert hot_sessions.session(secret) is None and queries.session(secret) is None
    assert not Session.objects.of(cast.acme).filter(person=cast.ben).exists()


@pytest.mark.parametrize("change", ["", "x", "upper", "short", "padded", "blank"])
def test_part_of_a_cookie_opens_nothing(cast, change):
    """WEB-5: a session's cookie counts whole or not at all."""
    secret = paths.session_of(cast)
    changed = {"": "", "x": secret + "x", "upper": secret.swapcase(), "short": secret[:-1], "padded": f" {secret}",
               "blank": " "}[change]  # fmt: skip

    assert hot_sessions.session(changed) is None and queries.session(changed) is None


def test_the_last_use_is_written_at_most_once_a_minute(cast):
    with time_machine.travel(NOON, tick=False) as moment:
        secret = paths.session_of(cast)
        for seconds, used in ((59, NOON), (2, NOON + dt.timedelta(seconds=61))):
            moment.shift(seconds)
            hot_sessions.note_use(hot_sessions.session(secret))

            assert queries.session(secret).last_used_at == used
    assert Person.objects.of(cast.acme).get(id=cast.ben.id).last_active_at == NOON + dt.timedelta(seconds=61)


def test_it_reads_by_index_and_never_a_whole_table(cast):
    if connection.vendor != "sqlite":
        pytest.skip("the plan of SQLite is read here; PostgreSQL's depends on the size of the tables")
    connection.ensure_connection()
    plan = "EXPLAIN QUERY PLAN " + hot_sessions.SESSION.sqlite
    steps = [str(row[3]) for row in connection.connection.execute(plan, {"hash": "", "at": ""})]

    assert steps and not any(step.startswith("SCAN") for step in steps), steps


def _through_a_group(cast, place):
    """Ada in a group that carries a role of its own, or in none."""
    PersonGroup.objects.of(cast.acme).delete()
    if place is not None:
        group = make_group(cast.acme, "Admins")
        put_in(group, cast.ada, until=place["until"], paused=place["paused"])
        give_group_role(make_role(cast.acme, "Auditor", ["logs.view"]), group, until=place["role_until"])


def _session(cast, facts):
    """A session of Ada with these facts around it, and its secret."""
    give = {"display_name": facts["names"][0], "given_name": facts["names"][1]}
    Person.objects.of(cast.acme).filter(id=cast.ada.id).update(state=facts["person"], start_date=facts["start"], **give)
    Organization.objects.filter(id=cast.acme.id).update(state=facts["organization"])
    RoleHolder.objects.of(cast.acme).filter(person=cast.ada).update(paused=facts["paused"], until=facts["role_until"])
    _through_a_group(cast, facts["group"])
    limits = {"admin_idle_minutes": facts["idle"][0], "idle_minutes": facts["idle"][1]}
    SecuritySettings.objects.of(cast.acme).update(**limits)
    through = None
    if facts["connection"]:
        owner = cast.rival if facts["connection"] == "foreign" else cast.acme
        state = "active" if facts["connection"] == "foreign" else facts["connection"]
        name = f"{facts['connection']} connection"
        through, _ = Connection.objects.of(owner).get_or_create(
            name=name, kind="saml", organization=owner, defaults={"state": state, "made_at": clock.now()}
        )
    rows_of(Session, cast.acme.id).delete()
    secret = "s" * 43
    Session.objects.of(cast.acme).create(
        person=cast.ada, secret_hash=hot_sessions.secrets.hash_of(secret), method="password", strength=4,
        connection=through, made_at=NOON, proved_at=NOON, last_used_at=facts["used"], until=facts["until"],
        relationship_id=facts["relationship"],
    )  # fmt: skip
    return secret
