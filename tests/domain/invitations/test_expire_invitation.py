"""Expiring an invitation whose time has passed."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.invitations import actions, jobs, queries
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import system_actor
from tests.domain.invitations.inviting import fresh, invite


def test_the_clean_up_marks_it(ada, cast):
    invitation = invite(ada, cast.spring_campaign)

    with time_machine.travel(clock.now() + dt.timedelta(days=31)):
        jobs.expire_invitations(organization_id=None)

    assert fresh(invitation).state == "expired"


def test_it_is_over_one_second_late_even_without_the_clean_up(ada, cast):
    """INV-2: expiry is checked at use."""
    invitation = invite(ada, cast.spring_campaign)

    assert queries.can_be_accepted(fresh(invitation))
    with time_machine.travel(fresh(invitation).until + dt.timedelta(seconds=1)):
        assert not queries.can_be_accepted(fresh(invitation))


def test_one_that_still_lives_is_left_alone(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(InvitationOver), untouched():
        actions.expire_invitation(by=system_actor(cast.acme.id), invitation=invitation)


def test_nobody_does_it_by_hand(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(NotAllowed), untouched():
        actions.expire_invitation(by=ada, invitation=invitation)
