"""Rules find in SQL exactly those whom they describe, on both databases."""

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keyhouse.domain.groups import hot_members, queries
from keyhouse.domain.groups.models import GroupKind, GroupMember, GroupRule
from keyhouse.domain.groups.rules import read
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from tests.database import DATABASE
from tests.domain.group_membership.people import make_group
from tests.domain.groups.mixtures import NOW, ZONES, people, written_rules
from tests.domain.groups.naive import matches

EVERY_MIXTURE = settings(
    max_examples=100 if DATABASE == "sqlite" else 60, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture
def managers(cast):
    return [cast.ada.id, cast.erin.id]


def world(cast, data, managers, organization):
    """Generated people, kept, and a rule."""
    organization.time_zone = data.draw(st.sampled_from(ZONES))
    organization.save()
    Person.objects.of(organization).bulk_create(data.draw(people(organization, managers)))
    return read(data.draw(written_rules(managers)))


@EVERY_MIXTURE
@given(data=st.data())
@time_machine.travel(NOW, tick=False)
def test_one_statement_finds_whom_the_naive_evaluator_finds(cast, managers, data):
    with transaction.atomic():
        rule = world(cast, data, managers, cast.acme)
        everybody = list(queries.everybody(cast.acme.id))

        found = set(queries.matching(cast.acme, rule).values_list("id", flat=True))

        assert found == {one.id for one in everybody if matches(rule, one, cast.acme.time_zone, NOW)}
        transaction.set_rollback(True)


@EVERY_MIXTURE
@given(data=st.data())
@time_machine.travel(NOW, tick=False)
def test_a_person_alone_is_found_as_among_all(cast, managers, data):
    """The moves of one person equal what filling the whole group gives, row by row."""
    with transaction.atomic():
        rule = world(cast, data, managers, cast.acme)
        group = make_group(cast.acme, "By rule", kind=GroupKind.DYNAMIC)
        GroupRule.objects.of(cast.acme).create(group=group, rule=rule.as_json(), changed_at=clock.now())
        alone = {one.id for one in queries.everybody(cast.acme.id) if queries.moves_of(one).joined}

        joined = hot_members.fill(cast.acme.id, group.id, queries.matching(cast.acme, rule))

        rows = GroupMember.objects.of(cast.acme).filter(group=group).select_related("person")
        assert set(joined) == alone == {row.person_id for row in rows}
        assert all(row.paused == (row.person.state == "deactivated") for row in rows)
        assert hot_members.fill(cast.acme.id, group.id, queries.matching(cast.acme, rule)) == []
        transaction.set_rollback(True)
