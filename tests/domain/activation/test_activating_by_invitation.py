"""Activating by the link of an invitation, which is accepted with it."""

import pytest

from keyhouse.domain.credentials.errors import LinkNotFound
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.portfolios.models import Membership
from keyhouse.domain.sign_in import queries
from tests.domain.activation.arriving import activate, invitation_for, newcomer


def test_the_addressee_becomes_active_and_gets_her_place(cast):
    gil = newcomer(cast)
    invitation, secret = invitation_for(cast, gil.email, person=gil)

    done = activate(secret)

    place = Membership.objects.of(cast.acme).get(person=gil)
    assert done.refused is None and (place.portfolio, place.level) == (cast.press, "basic")
    assert Invitation.objects.of(cast.acme).get(id=invitation.id).state == "accepted"
    assert queries.session(done.session).person_id == gil.id


def test_an_invitation_whose_inviter_left_activates_and_waits_for_a_review(cast):
    """INV-2: acceptance checks again that the inviter still may."""
    gil = newcomer(cast)
    _invitation, secret = invitation_for(cast, gil.email, person=gil)
    cast.ada.state = "deactivated"
    cast.ada.save()

    done = activate(secret)

    assert done.refused is not None and not Membership.objects.of(cast.acme).filter(person=gil).exists()


@pytest.mark.parametrize("state", ["declined", "canceled", "expired", "accepted"])
def test_an_invitation_that_is_over_activates_nobody(cast, untouched, state):
    gil = newcomer(cast)
    _invitation, secret = invitation_for(cast, gil.email, person=gil, state=state)

    with pytest.raises(InvitationOver), untouched():
        activate(secret)


def test_an_invitation_to_another_address_activates_nobody(cast, untouched):
    """LINK-4: the invitation stores the address that it was made for."""
    gil = newcomer(cast)
    _invitation, secret = invitation_for(cast, "somebody@acme.example", person=gil)

    with pytest.raises(LinkNotFound), untouched():
        activate(secret)
