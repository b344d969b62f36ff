"""Putting an invitation in review, and approving it."""

import pytest

from keyhouse.domain.invitations import actions
from keyhouse.domain.invitations.errors import InvitationOver, OwnInvitation
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import make_member
from tests.domain.invitations.inviting import fresh, invite, secret_of


@pytest.fixture
def in_review(ada, cast):
    make_member(cast.spring_campaign, cast.erin, "full")
    invitation = invite(ada, cast.press, "ben@acme.example")
    step = ada.within(Permission.INVITATIONS_CHANGE, cast.ben)
    return actions.review_invitation(by=step, invitation=invitation, person=cast.ben, reason="the domain lapsed")


def approve(by, cast, invitation):
    return actions.approve_invitation(by=by, portfolio=cast.press, invitation_id=invitation.id)


def test_another_person_with_full_control_stands_for_it(erin, cast, in_review):
    """INV-2: an invitation whose inviter may no longer waits for somebody who may."""
    old = fresh(in_review).handle_hash

    approve(erin, cast, in_review)

    assert (fresh(in_review).state, fresh(in_review).invited_by) == ("pending", cast.erin)
    assert fresh(in_review).handle_hash != old
    assert secret_of(in_review)


def test_the_inviter_cannot_approve_her_own(ada, cast, in_review, untouched):
    with pytest.raises(OwnInvitation), untouched():
        approve(ada, cast, in_review)


def test_only_what_is_in_review_is_approved(erin, cast, in_review, untouched):
    approve(erin, cast, in_review)

    with pytest.raises(InvitationOver), untouched():
        approve(erin, cast, in_review)


def test_partial_access_approves_nothing(finn, cast, in_review, untouched):
    with pytest.raises(NotAllowed), untouched():
        approve(finn, cast, in_review)


def test_nobody_puts_one_in_review_outside_of_a_process(ada, cast, in_review, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.review_invitation(by=ada, invitation=in_review, person=cast.ben, reason="no")
