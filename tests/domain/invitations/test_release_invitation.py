"""Sending a held invitation."""

import pytest

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.invitations import actions
from keyhouse.domain.invitations.errors import CannotBeInvited, InvitationOver
from keyhouse.domain.invitations.rules import Offer
from keyhouse.foundation.addresses import address
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import system_actor
from tests.domain.invitations.inviting import invite


@pytest.fixture
def held(ada, cast):
    kim = address("kim@acme-labs.example")
    return actions.hold_invitation(by=ada, portfolio=cast.spring_campaign, address=kim, offer=Offer(days=7))


def release(by, cast, invitation):
    return actions.release_invitation(by=by, portfolio=cast.spring_campaign, invitation_id=invitation.id)


def test_it_is_sent_once_its_domain_is_verified(cast, held):
    EmailDomain.objects.of(cast.acme).filter(name="acme-labs.example").update(state="verified")

    sent = release(system_actor(cast.acme.id), cast, held)

    assert sent.state == "pending"
    assert sent.handle_hash
    assert (sent.until - sent.made_at).days == 7


def test_it_stays_while_the_domain_is_not_verified(cast, held, untouched):
    with pytest.raises(CannotBeInvited), untouched():
        release(system_actor(cast.acme.id), cast, held)


def test_one_that_was_sent_already_is_not_sent_again(ada, cast, untouched):
    invitation = invite(ada, cast.spring_campaign)

    with pytest.raises(InvitationOver), untouched():
        release(system_actor(cast.acme.id), cast, invitation)


def test_only_who_manages_domains_releases_it_by_hand(ben, mallory, cast, held, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            release(stranger, cast, held)
