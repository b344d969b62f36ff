"""Changing what an invitation offers."""

import pytest

from keyhouse.domain.invitations import actions
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.domain.portfolios.models import Access
from keyhouse.domain.portfolios.rules import NewAccess
from keyhouse.foundation.errors import NotAllowed
from tests.domain.invitations.inviting import fresh, invite


def change(by, cast, invitation, level=Access.FULL):
    return actions.change_invitation(
        by=by, portfolio=cast.spring_campaign, invitation_id=invitation.id, offered=NewAccess(level=level)
    )


def test_the_access_changes_while_it_waits(ada, cast):
    invitation = invite(ada, cast.spring_campaign)

    change(ada, cast, invitation)

    assert fresh(invitation).level == "full"


def test_after_it_is_canceled_nothing_changes(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)
    actions.cancel_invitation(by=ada, portfolio=cast.spring_campaign, invitation_id=invitation.id)

    with pytest.raises(InvitationOver), untouched():
        change(ada, cast, invitation)


def test_partial_access_changes_nothing(ada, ben, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(NotAllowed), untouched():
        change(ben, cast, invitation)
