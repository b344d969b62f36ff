"""Holding an invitation until its domain is verified."""

import pytest

from keyhouse.domain.invitations import actions
from keyhouse.domain.invitations.errors import CannotBeInvited
from keyhouse.domain.invitations.rules import Offer
from keyhouse.foundation.addresses import address
from keyhouse.foundation.errors import NotAllowed


def hold(by, cast, email):
    return actions.hold_invitation(by=by, portfolio=cast.spring_campaign, address=address(email), offer=Offer())


def test_an_address_of_an_unverified_domain_is_kept(ada, cast):
    invitation = hold(ada, cast, "kim@acme-labs.example")

    assert (invitation.state, invitation.handle_hash, invitation.person) == ("held", "", None)


@pytest.mark.parametrize("email", ["kim@gmail.com", "mallory@rival.example", "ben@acme.example"])
def test_only_a_domain_that_can_be_verified_is_waited_for(ada, cast, untouched, email):
    with pytest.raises(CannotBeInvited), untouched():
        hold(ada, cast, email)


def test_partial_access_keeps_nobody(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        hold(ben, cast, "kim@acme-labs.example")
