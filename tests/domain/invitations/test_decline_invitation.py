"""Declining an invitation."""

import pytest

from keyhouse.domain.invitations import actions
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.foundation.errors import NotAllowed
from tests.domain.invitations.inviting import fresh, holding, invite


def test_whoever_holds_the_link_may_say_no(ada, cast):
    invitation = invite(ada, cast.spring_campaign)

    actions.decline_invitation(by=holding(invitation), invitation=invitation, reason=" Not my team ")

    assert (fresh(invitation).state, fresh(invitation).reason) == ("declined", "Not my team")


def test_whoever_is_signed_in_as_the_invited_may_say_no(ada, erin, cast):
    invitation = invite(ada, cast.spring_campaign)

    actions.decline_invitation(by=erin, invitation=invitation)

    assert fresh(invitation).state == "declined"


def test_after_an_answer_there_is_no_other(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)
    actions.decline_invitation(by=holding(invitation), invitation=invitation)

    with pytest.raises(InvitationOver), untouched():
        actions.decline_invitation(by=holding(invitation), invitation=invitation)


def test_nobody_else_answers_for_her(ada, ben, mallory, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    for other in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.decline_invitation(by=other, invitation=invitation)
