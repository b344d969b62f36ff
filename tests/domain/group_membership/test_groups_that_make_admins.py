"""A group that carries an admin role: only System admins decide who is in it, and the last one stays."""

import dataclasses
import datetime as dt

import pytest

from keyhouse.domain.administration.errors import (
    GroupMakesAdmins,
    GroupOfOwn,
    LastBreakGlass,
    LastSystemAdmin,
    RoleNeedsVerifiedDomain,
)
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.group_membership import actions
from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.foundation import clock
from keyhouse.foundation.permissions.freshness import NeedsFreshSignIn
from tests.cast import make_person
from tests.domain.group_membership.people import (
    groups_manager,
    make_admin_group,
    make_group,
    names_in,
    only_by_group,
)
from tests.racing import at_once


@pytest.fixture
def admins(cast):
    """The group that carries System admin; Ada is in it."""
    return make_admin_group(make_group(cast.acme, "Admins", [cast.ada]))


def test_a_second_administrator_approves_who_joins(ada, cast, admins, untouched):
    with pytest.raises(NeedsApproval), untouched():
        actions.add_members(by=ada, group=admins, people=[cast.ben])

    approved = dataclasses.replace(ada, approved="add_to_admin_group")
    actions.add_members(by=approved, group=admins, people=[cast.ben])
    assert names_in(admins) == ["Ada", "Ben"]


def test_managing_groups_makes_no_administrators(cast, admins, untouched):
    """AUTH-3: nobody gains a role by the right to manage groups."""
    manager = groups_manager(cast.ben)

    for deed in (
        lambda: actions.add_members(by=manager, group=admins, people=[cast.ben]),
        lambda: actions.remove_members(by=manager, group=admins, people=[cast.ada]),
        lambda: actions.delete_group(by=manager, group=admins),
    ):
        with pytest.raises(GroupMakesAdmins), untouched():
            deed()


def test_nobody_adds_herself(erin, admins, cast, untouched):
    with pytest.raises(GroupOfOwn), untouched():
        actions.add_members(by=erin, group=admins, people=[cast.erin])


def test_an_old_sign_in_is_not_enough(ada, cast, admins, untouched):
    stale = dataclasses.replace(ada, session_id=1, proved_at=clock.now() - dt.timedelta(hours=1))

    for deed in (actions.add_members, actions.remove_members):
        with pytest.raises(NeedsFreshSignIn), untouched():
            deed(by=stale, group=admins, people=[cast.ben])
    with pytest.raises(NeedsFreshSignIn), untouched():
        actions.delete_group(by=stale, group=admins)


def test_an_administrators_address_is_on_a_verified_domain(ada, cast, admins, untouched):
    kim = make_person(cast.acme, "kim@acme-labs.example", "Kim")

    with pytest.raises(RoleNeedsVerifiedDomain), untouched():
        actions.add_members(by=ada, group=admins, people=[kim])


def test_the_last_system_admin_stays(ada, cast, admins, untouched):
    """AUTH-5: not by removing her, not by an end of her membership, not by deleting the group."""
    only_by_group(admins)
    approved = dataclasses.replace(ada, approved="add_to_admin_group", person_id=cast.ben.id)
    soon = clock.now() + dt.timedelta(days=1)

    for deed in (
        lambda: actions.remove_members(by=ada, group=admins, people=[cast.ada]),
        lambda: actions.add_members(by=approved, group=admins, people=[cast.ada], until=soon),
        lambda: actions.delete_group(by=ada, group=admins),
    ):
        with pytest.raises(LastSystemAdmin), untouched():
            deed()


def test_one_who_signs_in_with_a_password_stays(ada, cast, admins, untouched):
    """AUTH-2: Erin, who is left, signs in by single sign-on alone."""
    RoleHolder.objects.of(cast.acme).filter(person=cast.ada).delete()

    with pytest.raises(LastBreakGlass), untouched():
        actions.remove_members(by=ada, group=admins, people=[cast.ada])


@pytest.mark.parametrize("_time", range(3))
def test_of_two_removals_at_once_one_is_refused(transactional_db, ada, cast, _time):
    """AUTH-5: each would take the other's administrator."""
    cast.erin.sign_in_method = "password"
    cast.erin.save()
    groups = [make_admin_group(make_group(cast.acme, f"Admins {one.name}", [one])) for one in (cast.ada, cast.erin)]
    only_by_group(*groups)

    results = at_once(
        lambda: actions.remove_members(by=ada, group=groups[0], people=[cast.ada]),
        lambda: actions.delete_group(by=ada, group=groups[1]),
    )

    assert [type(one) for one in results if isinstance(one, Exception)] == [LastSystemAdmin], results
