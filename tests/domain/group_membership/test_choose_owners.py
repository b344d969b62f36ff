"""Owners manage who is in a static group; administrators choose them."""

import pytest

from keyhouse.domain.administration.errors import GroupMakesAdmins
from keyhouse.domain.group_membership import actions
from keyhouse.domain.groups import queries
from keyhouse.domain.groups.errors import NotInOrganization, OwnersAreForStaticGroups
from keyhouse.foundation.errors import NotAllowed
from tests.domain.group_membership.people import make_admin_group, make_dynamic, make_group, make_owner


def test_the_owners_are_those_who_were_chosen(ada, cast):
    group = make_group(cast.acme, "Sales")

    actions.choose_owners(by=ada, group=group, people=[cast.ben, cast.dana])
    actions.choose_owners(by=ada, group=group, people=[cast.ben, cast.erin])

    assert [person.name for person in queries.owners_of(group)] == ["Ben", "Erin"]
    assert queries.owners_of_many(cast.acme.id, [group.id]) == {group.id: ["Ben", "Erin"]}
    assert [one.name for one in queries.groups_owned_by(cast.ben)] == ["Sales"]


def test_choosing_the_same_leaves_no_trace(ada, cast, untouched):
    group = make_group(cast.acme, "Sales")
    make_owner(group, cast.ben)

    with untouched():
        actions.choose_owners(by=ada, group=group, people=[cast.ben])


def test_a_rule_has_no_owner(ada, cast, untouched):
    group = make_dynamic(cast.acme, "Sales", ("department", "is", "Sales"))

    with pytest.raises(OwnersAreForStaticGroups), untouched():
        actions.choose_owners(by=ada, group=group, people=[cast.ben])


def test_an_owner_is_somebody_of_the_organization(ada, cast, untouched):
    group = make_group(cast.acme, "Sales")

    with pytest.raises(NotInOrganization), untouched():
        actions.choose_owners(by=ada, group=group, people=[cast.mallory])


def test_an_owner_makes_no_administrators(cast, untouched):
    """AUTH-3: owning a group that carries an admin role lets nobody into it."""
    group = make_admin_group(make_group(cast.acme, "Admins"))
    owner = make_owner(group, cast.ben)

    for deed in (actions.add_members, actions.remove_members):
        with pytest.raises(GroupMakesAdmins), untouched():
            deed(by=owner, group=group, people=[cast.ben])


def test_owners_choose_no_owners(mallory, cast, untouched):
    group = make_group(cast.acme, "Sales")

    for somebody in (make_owner(group, cast.ben), mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.choose_owners(by=somebody, group=group, people=[cast.erin])
