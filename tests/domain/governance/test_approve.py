"""Approving what another administrator asked for."""

import pytest

from keyhouse.domain.administration import actions as administration_actions
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.governance import actions
from keyhouse.domain.governance.errors import ApprovalClosed, OnlyPeopleDecide, OwnRequest
from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, operator_actor, system_actor
from tests.cast import SYSTEM_ADMIN_PERMISSIONS, actor_of, make_person, make_system_admin
from tests.domain.administration.holding import make_group, put_in
from tests.domain.governance.asked import again, alone, ask, later, wanted, without
from tests.racing import at_once


def test_the_deed_is_done_in_the_name_of_who_asked(ada, erin, cast):
    asked = ask(ada, cast)

    actions.approve(by=erin, approval=asked)

    assert administration.is_system_admin(cast.ben) and again(asked).state == "done"
    given, assigned = audit.events(cast.acme.id)[:2]
    assert assigned.sentence == "Ada gave ben@acme.example the role System admin."
    assert given.sentence.startswith("Erin approved what Ada asked for: Assign System admin")
    assert given.correlation == assigned.correlation


def test_nobody_approves_what_she_asked_for(ada, cast, untouched):
    asked = ask(ada, cast)

    with pytest.raises(OwnRequest), untouched():
        actions.approve(by=ada, approval=asked)


def test_nobody_approves_what_gives_her_a_role(ada, cast, untouched):
    """A System admin for a time can't make herself one for good through a group that Ada asks for."""
    third = make_person(cast.acme, "third@acme.example", "Third")
    make_system_admin(third)
    group = put_in(make_group(cast.acme, "Admins"), third)
    asked = actions.ask_approval(
        by=ada, deed=Deed.ASSIGN_SYSTEM_ADMIN, arguments=wanted(cast) | {"groups": [str(group.id)]}
    )

    with pytest.raises(OwnRequest), untouched():
        actions.approve(by=actor_of(third, permissions=SYSTEM_ADMIN_PERMISSIONS), approval=asked)


def test_whoever_lacks_the_permission_or_is_no_person_approves_nothing(ada, erin, ben, mallory, cast, untouched):
    """AUTH-1: neither Mallory nor somebody without the permission approves."""
    asked = ask(ada, cast)

    for stranger in (ben, mallory, without(erin, Permission.ASSIGN_ADMIN_ROLES)):
        with pytest.raises(NotAllowed), untouched():
            actions.approve(by=stranger, approval=asked)
    machine = Actor(kind=ActorKind.INTEGRATION, id=5, organization_id=cast.acme.id, permissions=erin.permissions)
    for actor in (machine, operator_actor(cast.acme.id)):
        with pytest.raises(OnlyPeopleDecide), untouched():
            actions.approve(by=actor, approval=asked)


def test_after_seven_days_nothing_is_approved(ada, erin, cast, untouched):
    asked = ask(ada, cast)

    with later(days=7, seconds=1), pytest.raises(ApprovalClosed), untouched():
        actions.approve(by=erin, approval=asked)


def test_who_asked_must_still_be_allowed_when_it_is_done(ada, erin, cast):
    asked = ask(erin, cast)
    administration_actions.remove_role(by=ada, holder=administration.roles_of(cast.erin)[0])

    actions.approve(by=ada, approval=asked)

    assert again(asked).state == "failed" and "give and take admin roles" in again(asked).answer
    assert not administration.is_system_admin(cast.ben)


def test_who_asked_and_has_left_does_nothing_any_more(ada, erin, cast):
    asked = ask(erin, cast)
    deprovisioning.deactivate_person(by=ada, person=cast.erin)

    actions.approve(by=ada, approval=asked)

    assert again(asked).state == "failed" and "Erin, who asked for this" in again(asked).answer
    assert not administration.is_system_admin(cast.ben)


def test_what_is_not_possible_any_more_is_told_with_the_reason(ada, erin, cast):
    asked = ask(ada, cast)
    deprovisioning.deactivate_person(by=ada, person=cast.ben)

    actions.approve(by=erin, approval=asked)

    assert again(asked).state == "failed" and "Ben can't get a role" in again(asked).answer
    assert "It couldn't be done: Ben can't get a role" in audit.events(cast.acme.id)[0].sentence


def test_the_clock_does_what_a_sole_administrator_asked_for_after_a_day_and_not_before(ada, cast, untouched):
    alone(cast)
    asked = ask(ada, cast)
    with later(hours=23), pytest.raises(OnlyPeopleDecide), untouched():
        actions.approve(by=system_actor(cast.acme.id), approval=asked)

    with later(hours=24):
        actions.approve(by=system_actor(cast.acme.id), approval=asked)

    assert administration.is_system_admin(cast.ben)
    assert audit.events(cast.acme.id)[0].sentence.startswith("Nobody stopped what Ada asked for")


def test_the_clock_never_approves_what_others_may_decide(ada, cast, untouched):
    asked = ask(ada, cast)

    with later(days=2), pytest.raises(OnlyPeopleDecide), untouched():
        actions.approve(by=system_actor(cast.acme.id), approval=asked)


@pytest.mark.parametrize("_time", range(5))
def test_of_two_who_approve_at_once_one_is_first_and_the_deed_is_done_once(transactional_db, ada, erin, cast, _time):
    SecuritySettings.objects.of(cast.acme).update(approvals="all_dangerous")
    third = make_person(cast.acme, "third@acme.example", "Third")
    make_system_admin(third)
    asked = ask(ada, cast)
    deciders = (erin, actor_of(third, permissions=SYSTEM_ADMIN_PERMISSIONS))

    results = at_once(*(lambda one=one: actions.approve(by=one, approval=asked) for one in deciders))

    assert sorted(type(result).__name__ for result in results) == ["Approval", "ApprovalClosed"]
    assert len(administration.roles_of(cast.ben)) == 1
