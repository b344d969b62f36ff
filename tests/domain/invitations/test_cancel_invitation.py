"""Canceling an invitation."""

import pytest

from keyhouse.domain.invitations import actions
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.foundation.errors import NotAllowed
from tests.domain.invitations.inviting import fresh, invite


def cancel(by, cast, invitation):
    return actions.cancel_invitation(by=by, portfolio=cast.spring_campaign, invitation_id=invitation.id)


def test_a_canceled_invitation_keeps_no_link(ada, cast):
    """INV-4: what will never be mailed is not kept."""
    invitation = invite(ada, cast.spring_campaign)

    cancel(ada, cast, invitation)

    assert (fresh(invitation).state, fresh(invitation).handle_encrypted) == ("canceled", "")


def test_it_is_canceled_once(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)
    cancel(ada, cast, invitation)

    with pytest.raises(InvitationOver), untouched():
        cancel(ada, cast, invitation)


def test_partial_access_cancels_nothing(ada, ben, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(NotAllowed), untouched():
        cancel(ben, cast, invitation)
