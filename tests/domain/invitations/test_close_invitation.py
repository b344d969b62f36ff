"""Closing an invitation as accepted, inside a process."""

import pytest

from keyhouse.domain.invitations import actions
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.domain.invitations.inviting import fresh, invite


def test_it_is_accepted_and_keeps_no_secret(ada, erin, cast):
    invitation = invite(ada, cast.spring_campaign)

    step = erin.within(Permission.INVITATIONS_CHANGE, cast.erin)
    actions.close_invitation(by=step, invitation=invitation, person=cast.erin)

    assert (fresh(invitation).state, fresh(invitation).handle_encrypted) == ("accepted", "")


def test_nobody_closes_it_outside_of_a_process(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(NotAllowed), untouched():
        actions.close_invitation(by=ada, invitation=invitation, person=cast.erin)
