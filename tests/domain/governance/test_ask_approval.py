"""Asking another administrator for approval."""

import dataclasses

import pytest

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.administration.errors import OwnRole
from keyhouse.domain.governance import actions, queries
from keyhouse.domain.governance.errors import ApprovalNotNeeded, AskedAlready, SecondAdminMissing, UnknownDeed
from keyhouse.domain.governance.models import Approval
from keyhouse.domain.governance.rules import register, way_of
from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import visitor
from tests.domain.governance.asked import alone, ask, wanted


def test_a_request_says_what_changes_and_changes_nothing_yet(ada, cast):
    asked = ask(ada, cast, cast.ben, reason="Erin is on leave")

    assert asked.changes == [["Ben", "–", "System admin"]] and asked.reason == "Erin is on leave"
    assert (asked.until - asked.asked_at).days == 7 and asked.runs_at is None
    assert not administration.is_system_admin(cast.ben)
    assert "Assign System admin (Ben: – → System admin)." in audit.events(cast.acme.id)[0].sentence


def test_it_waits_for_the_other_administrators_alone(ada, erin, ben, mallory, cast):
    asked = ask(ada, cast)

    assert [one.id for one in queries.waiting(erin)] == [asked.id]
    assert [one.name for one in queries.deciders(asked)] == ["Erin"]
    assert not queries.waiting(ada) and not queries.waiting(ben) and not queries.waiting(mallory)
    assert [one.id for one in queries.sent(ada)] == [asked.id] and not queries.sent(erin)


def test_a_sole_administrator_waits_a_day_and_gets_a_link_that_stops_it(ada, cast):
    alone(cast)

    asked = ask(ada, cast)

    assert (asked.runs_at - asked.asked_at).total_seconds() == 24 * 3600
    assert asked.stop_hash and asked.stop_encrypted


def test_some_deeds_are_never_done_alone(ada, cast, untouched):
    alone(cast)
    way = way_of("assign_system_admin")
    register(Deed.ASSIGN_SYSTEM_ADMIN, dataclasses.replace(way, alone=False))

    try:
        with pytest.raises(SecondAdminMissing), untouched():
            ask(ada, cast)
    finally:
        register(Deed.ASSIGN_SYSTEM_ADMIN, way)


def test_what_is_not_possible_at_all_is_refused_when_it_is_asked_for(ada, cast, untouched):
    with pytest.raises(OwnRole), untouched():
        ask(ada, cast, cast.ada)


def test_what_needs_nobody_is_done_at_once_and_not_asked_for(ada, cast, untouched):
    SecuritySettings.objects.of(cast.acme).update(approvals="off")

    with pytest.raises(ApprovalNotNeeded), untouched():
        ask(ada, cast)


def test_the_same_is_asked_for_once(ada, cast, untouched):
    ask(ada, cast)

    with pytest.raises(AskedAlready, match="Ada already asked"), untouched():
        ask(ada, cast)


@pytest.mark.parametrize("deed", ["", "no_such_deed", "release_brake"])
def test_only_what_can_be_approved_is_asked_for(ada, cast, untouched, deed):
    with pytest.raises(UnknownDeed), untouched():
        actions.ask_approval(by=ada, deed=deed, arguments=wanted(cast, cast.ben))


@pytest.mark.parametrize(
    "change",
    [{"role": 5}, {"role": "x"}, {"people": "Ben"}, {"people": [1]}, {"people": ["0"]}, {"until": "soon"}],
    ids=["number", "no id", "no list", "numbers", "zero", "no moment"],
)
def test_arguments_that_nothing_can_be_done_by_are_refused(ada, cast, untouched, change):
    with pytest.raises(UnknownDeed), untouched():
        actions.ask_approval(by=ada, deed="assign_system_admin", arguments=wanted(cast, cast.ben) | change)


def test_whoever_may_not_do_it_may_not_ask_for_it(ben, mallory, cast, untouched):
    """AUTH-1: a request in another organization finds neither its role nor its people."""
    for stranger in (ben, mallory, visitor()):
        with pytest.raises(Exception), untouched():  # noqa: B017 -- not allowed, or not there
            ask(stranger, cast)
    with pytest.raises(NotAllowed):
        ask(ben, cast)
    assert not Approval.objects.of(cast.acme).exists() and not Approval.objects.of(cast.rival).exists()
