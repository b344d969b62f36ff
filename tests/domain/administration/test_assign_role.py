"""Giving an admin role."""

import dataclasses
import datetime as dt

import pytest

from keyhouse.domain.administration import actions, queries
from keyhouse.domain.administration.errors import (
    OwnRole,
    ProviderMayNotMakeAdmins,
    RoleEndsOutOfRange,
    RoleHeldAlready,
    RoleNeedsUsableAccount,
    RoleNeedsVerifiedDomain,
    RuleMayNotMakeAdmins,
)
from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import SYSTEM_ADMIN_PERMISSIONS, make_person
from tests.domain.administration.holding import make_group, make_role, put_in


def give(by, cast, person, **more):
    by = dataclasses.replace(by, approved=Deed.ASSIGN_SYSTEM_ADMIN)
    return actions.assign_role(by=by, role=queries.system_admin_role(cast.acme), person=person, **more)


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


def test_making_a_system_admin_waits_for_another_administrator(ada, cast, untouched):
    with pytest.raises(NeedsApproval, match="Assign System admin") as refused, untouched():
        actions.assign_role(by=ada, role=queries.system_admin_role(cast.acme), person=cast.ben)

    assert refused.value.arguments["people"] == [str(cast.ben.id)]
    assert refused.value.summary == [["Ben", "–", "System admin"]]


def test_another_role_waits_for_nobody_by_default(ada, cast):
    actions.assign_role(by=ada, role=make_role(cast.acme, "Auditor", ["logs.view"]), person=cast.ben)

    assert queries.permissions_of(cast.ben) == {Permission.LOGS_VIEW}


def test_a_group_gives_its_role_to_everybody_in_it(ada, cast):
    group = put_in(make_group(cast.acme, "Auditors"), cast.ben)

    actions.assign_role(by=ada, role=make_role(cast.acme, "Auditor", ["logs.view"]), group=group)

    assert queries.permissions_of(cast.ben) == {Permission.LOGS_VIEW}
    assert audit.events(cast.acme.id)[0].sentence == "Ada gave the group Auditors the role Auditor."


def test_nobody_gives_a_role_to_a_group_that_she_is_in(ada, cast, untouched):
    group = put_in(make_group(cast.acme, "Auditors"), cast.ada)
    role = make_role(cast.acme, "Auditor", ["logs.view"])

    with pytest.raises(OwnRole), untouched():
        actions.assign_role(by=ada, role=role, group=group)


def test_everybody_in_a_group_needs_a_verified_domain(ada, cast, untouched):
    group = put_in(make_group(cast.acme, "Auditors"), make_person(cast.acme, "ruth@acme-labs.example", "Ruth"))
    role = make_role(cast.acme, "Auditor", ["logs.view"])

    with pytest.raises(RoleNeedsVerifiedDomain, match="acme-labs"), untouched():
        actions.assign_role(by=ada, role=role, group=group)


@pytest.mark.parametrize(
    ("kind", "refused"), [("dynamic", RuleMayNotMakeAdmins), ("provisioned", ProviderMayNotMakeAdmins)]
)
def test_a_rule_or_a_provider_makes_admins_only_when_a_system_admin_allows_it(ada, cast, kind, refused):
    """A directory group grants nothing until an administrator maps it, by a choice of its own."""
    group = make_group(cast.acme, "Everybody", kind=kind)
    role = make_role(cast.acme, "Auditor", ["logs.view"])

    with pytest.raises(refused):
        actions.assign_role(by=ada, role=role, group=group)
    actions.assign_role(by=ada, role=role, group=group, allow=True)

    group.refresh_from_db()
    assert group.may_make_admins


@pytest.mark.parametrize("hours", [0.5, 24 * 366], ids=["too soon", "too late"])
def test_a_role_ends_in_an_hour_at_the_earliest_and_in_a_year_at_the_latest(ada, cast, untouched, hours):
    with pytest.raises(RoleEndsOutOfRange), untouched():
        give(ada, cast, cast.ben, until=clock.now() + dt.timedelta(hours=hours))


def test_a_role_that_has_ended_allows_nothing(ada, cast):
    holder = give(ada, cast, cast.ben, until=clock.now() + dt.timedelta(hours=1))
    assert queries.is_system_admin(cast.ben)

    holder.until = clock.now()
    holder.save()

    assert not queries.is_system_admin(cast.ben) and not queries.permissions_of(cast.ben)
