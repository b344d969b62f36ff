"""Resending an invitation."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.invitations import actions, queries
from keyhouse.domain.invitations.errors import InvitationOver, NoSuchInvitation, TooManyMails
from keyhouse.domain.invitations.models import Invitation
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from tests.domain.invitations.inviting import invite, secret_of


def resend(by, cast, invitation, portfolio=None):
    where = portfolio or cast.spring_campaign
    return actions.resend_invitation(by=by, portfolio=where, invitation_id=invitation.id)


def test_the_old_link_dies_and_the_new_one_lives(ada, cast):
    invitation = invite(ada, cast.spring_campaign)
    old = secret_of(invitation)

    new = resend(ada, cast, invitation)

    assert queries.by_link(new).id == invitation.id
    with pytest.raises(NoSuchInvitation):
        queries.by_link(old)


def test_an_expired_invitation_comes_to_life_again(ada, cast):
    invitation = invite(ada, cast.spring_campaign)

    with time_machine.travel(clock.now() + dt.timedelta(days=31)):
        resend(ada, cast, invitation)

        assert queries.can_be_accepted(queries.invitation(cast.spring_campaign, invitation.id))


def test_five_mails_a_day_are_enough(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)
    times = [clock.now().isoformat()] * 5
    Invitation.objects.of(cast.acme).filter(id=invitation.id).update(sent_times=times)

    with pytest.raises(TooManyMails), untouched():
        resend(ada, cast, invitation)


def test_a_canceled_one_stays_canceled(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)
    actions.cancel_invitation(by=ada, portfolio=cast.spring_campaign, invitation_id=invitation.id)

    with pytest.raises(InvitationOver), untouched():
        resend(ada, cast, invitation)


def test_partial_access_resends_nothing(ada, ben, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(NotAllowed), untouched():
        resend(ben, cast, invitation)


def test_an_invitation_of_another_portfolio_does_not_exist_here(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(NoSuchInvitation), untouched():
        resend(ada, cast, invitation, cast.press)
