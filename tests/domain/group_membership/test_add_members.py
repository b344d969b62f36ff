"""Add members: people come into a static group, for good or until a day."""

import datetime as dt

import pytest

from keyhouse.domain.group_membership import actions
from keyhouse.domain.groups import queries
from keyhouse.domain.groups.errors import ConnectionMakesMembers, EndIsPast, NotInOrganization, RuleMakesMembers
from keyhouse.domain.groups.models import GroupKind, GroupMember
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from tests.domain.group_membership.people import make_dynamic, make_group, make_owner, names_in


def test_people_are_added_once(ada, cast):
    group = make_group(cast.acme, "Sales", [cast.ben])

    added = actions.add_members(by=ada, group=group, people=[cast.ben, cast.erin])

    assert [person.name for person in added] == ["Erin"]
    assert names_in(group) == ["Ben", "Erin"]


def test_a_membership_may_end_and_its_end_may_move(ada, cast):
    group, soon = make_group(cast.acme, "Sales"), clock.now() + dt.timedelta(days=3)

    actions.add_members(by=ada, group=group, people=[cast.ben], until=soon)
    assert GroupMember.objects.of(cast.acme).get(group=group).until == soon

    actions.add_members(by=ada, group=group, people=[cast.ben])
    assert GroupMember.objects.of(cast.acme).get(group=group).until is None


def test_a_membership_that_is_over_counts_for_nothing(ada, cast, time_machine):
    group = make_group(cast.acme, "Sales")
    actions.add_members(by=ada, group=group, people=[cast.ben], until=clock.now() + dt.timedelta(days=3))
    assert [one.name for one in queries.groups_of(cast.ben)] == ["Sales"]

    time_machine.move_to(clock.now() + dt.timedelta(days=3, seconds=1))

    assert queries.groups_of(cast.ben) == []
    assert queries.number_of_members(group) == 0


def test_who_has_left_waits_in_the_group(ada, cast):
    group = make_group(cast.acme, "Sales")

    actions.add_members(by=ada, group=group, people=[cast.dana])

    assert names_in(group) == ["Dana"]
    assert queries.number_of_members(group) == 0


def test_an_owner_adds_people_without_being_an_administrator(cast):
    group = make_group(cast.acme, "Sales")

    actions.add_members(by=make_owner(group, cast.ben), group=group, people=[cast.erin])

    assert names_in(group) == ["Erin"]


def test_an_end_in_the_past_is_refused(ada, cast, untouched):
    group = make_group(cast.acme, "Sales")

    with pytest.raises(EndIsPast), untouched():
        actions.add_members(by=ada, group=group, people=[cast.ben], until=clock.now())


def test_people_of_other_organizations_stay_out(ada, cast, untouched):
    group = make_group(cast.acme, "Sales")

    for outsider in (cast.mallory, cast.finn):
        with pytest.raises(NotInOrganization, match=outsider.name), untouched():
            actions.add_members(by=ada, group=group, people=[cast.ben, outsider])


def test_a_rule_alone_decides_who_is_in_a_dynamic_group(ada, cast, untouched):
    group = make_dynamic(cast.acme, "Sales", ("department", "is", "Sales"))

    with pytest.raises(RuleMakesMembers, match="Sales"), untouched():
        actions.add_members(by=ada, group=group, people=[cast.ben])


def test_a_connection_alone_decides_who_is_in_its_group(ada, cast, untouched):
    group = make_group(cast.acme, "Pushed", kind=GroupKind.PROVISIONED, connection=cast.scim)

    with pytest.raises(ConnectionMakesMembers, match=cast.scim.name), untouched():
        actions.add_members(by=ada, group=group, people=[cast.ben])


def test_nobody_else_adds_anybody(ben, mallory, cast, untouched):
    group = make_group(cast.acme, "Sales")

    for somebody in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.add_members(by=somebody, group=group, people=[cast.ben])
