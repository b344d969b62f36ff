"""Remove members: people go out of a static group."""

import pytest

from keyhouse.domain.group_membership import actions
from keyhouse.domain.groups.errors import ConnectionMakesMembers, RuleMakesMembers
from keyhouse.domain.groups.models import GroupKind
from keyhouse.foundation.errors import NotAllowed
from tests.domain.group_membership.people import make_dynamic, make_group, make_owner, names_in


def test_people_go_and_others_stay(ada, cast):
    group = make_group(cast.acme, "Sales", [cast.ben, cast.erin])

    gone = actions.remove_members(by=ada, group=group, people=[cast.ben, cast.dana])

    assert [person.name for person in gone] == ["Ben"]
    assert names_in(group) == ["Erin"]


def test_removing_who_is_not_there_leaves_no_trace(ada, cast, untouched):
    group = make_group(cast.acme, "Sales", [cast.erin])

    with untouched():
        assert actions.remove_members(by=ada, group=group, people=[cast.ben, cast.mallory]) == []


def test_an_owner_removes_people_without_being_an_administrator(cast):
    group = make_group(cast.acme, "Sales", [cast.erin])

    actions.remove_members(by=make_owner(group, cast.ben), group=group, people=[cast.erin])

    assert names_in(group) == []


def test_rules_and_connections_keep_their_members(ada, cast, untouched):
    by_rule = make_dynamic(cast.acme, "Sales", ("department", "is", "Sales"))
    pushed = make_group(cast.acme, "Pushed", [cast.ben], kind=GroupKind.PROVISIONED, connection=cast.scim)

    for group, refusal in ((by_rule, RuleMakesMembers), (pushed, ConnectionMakesMembers)):
        with pytest.raises(refusal), untouched():
            actions.remove_members(by=ada, group=group, people=[cast.ben])


def test_nobody_else_removes_anybody(ben, mallory, cast, untouched):
    group = make_group(cast.acme, "Sales", [cast.ben])

    for somebody in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.remove_members(by=somebody, group=group, people=[cast.ben])
