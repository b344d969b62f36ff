"""Giving an admin role."""

import dataclasses

import pytest

from keyhouse.domain.administration import actions, queries
from keyhouse.domain.administration.errors import (
    OwnRole,
    RoleHeldAlready,
    RoleNeedsUsableAccount,
    RoleNeedsVerifiedDomain,
)
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import SYSTEM_ADMIN_PERMISSIONS, make_person


def give(by, cast, person):
    return actions.assign_role(by=by, role=queries.system_admin_role(cast.acme), person=person)


def test_a_system_admin_makes_another_one(ada, cast):
    give(ada, cast, cast.ben)

    assert queries.permissions_of(cast.ben) == SYSTEM_ADMIN_PERMISSIONS
    assert audit.events(cast.acme.id)[0].sentence == "Ada gave ben@acme.example the role System admin."


def test_nobody_gives_a_role_to_herself(ada, cast, untouched):
    with pytest.raises(OwnRole), untouched():
        give(ada, cast, cast.ada)


def test_a_role_is_held_once(ada, cast, untouched):
    with pytest.raises(RoleHeldAlready), untouched():
        give(ada, cast, cast.erin)


@pytest.mark.parametrize("state", ["suspended", "locked", "deactivated", "deleted"])
def test_an_account_that_was_stopped_gets_no_role(ada, cast, untouched, state):
    cast.ben.state = state
    cast.ben.save()

    with pytest.raises(RoleNeedsUsableAccount), untouched():
        give(ada, cast, cast.ben)


def test_an_administrator_needs_a_verified_domain(ada, cast, untouched):
    ruth = make_person(cast.acme, "ruth@acme-labs.example", "Ruth")

    with pytest.raises(RoleNeedsVerifiedDomain, match="acme-labs"), untouched():
        give(ada, cast, ruth)


def test_a_person_of_another_organization_gets_no_role_here(ada, cast, untouched):
    """AUTH-1: roles do not cross organizations."""
    with pytest.raises(RoleNeedsUsableAccount), untouched():
        give(ada, cast, cast.mallory)


def test_only_system_admins_give_roles(ada, ben, mallory, cast, untouched):
    all_but = dataclasses.replace(ada, permissions=SYSTEM_ADMIN_PERMISSIONS - {Permission.ASSIGN_ADMIN_ROLES})

    for stranger in (ben, mallory, all_but):
        with pytest.raises(NotAllowed), untouched():
            give(stranger, cast, cast.ben)
