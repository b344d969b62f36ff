"""Held invitations go out by themselves once their domain is verified."""

import pytest

from keyhouse import deliveries
from keyhouse.domain.email_domains.actions import verify_email_domain_by_word
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.invitations.rules import Offer
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.people import queries as people
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail.models import KeptMail
from keyhouse.foundation.permissions import operator_actor
from tests.domain.invitations.inviting import fresh


@pytest.fixture
def held(ada, cast):
    return actions.invite_people(
        by=ada, portfolio=cast.spring_campaign, emails=["kim@acme-labs.example"], offer=Offer(), hold=True
    ).held[0]


@pytest.mark.django_db
def test_verifying_the_domain_sends_what_waited_for_it(cast, held):
    labs = EmailDomain.objects.of(cast.acme).get(name="acme-labs.example")

    verify_email_domain_by_word(by=operator_actor(cast.acme.id), domain=labs)
    while deliveries.run_pending():
        pass

    sent = fresh(held)
    assert (sent.state, sent.handle_encrypted) == ("pending", "")
    assert people.holder_of("kim@acme-labs.example").state == "invited"
    mails = KeptMail.objects.of(cast.acme).filter(to="kim@acme-labs.example")
    assert [one.subject for one in mails] == ["Ada invited you to Spring campaign"]


def test_an_invitation_to_another_domain_stays(ada, cast, held):
    bikes = EmailDomain.objects.of(cast.acme).create(
        name="acme-bikes.example", state="claimed", token="x" * 43, claimed_at=cast.acme.made_at
    )

    verify_email_domain_by_word(by=operator_actor(cast.acme.id), domain=bikes)
    while deliveries.run_pending():
        pass

    assert fresh(held).state == "held"


def test_only_who_manages_domains_sends_it_by_hand(ben, mallory, cast, held, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.send_held_invitation(by=stranger, portfolio=cast.spring_campaign, invitation_id=held.id)


def test_a_held_invitation_is_no_invitation_yet(cast, held):
    assert Invitation.objects.of(cast.acme).get(id=held.id).handle_hash == ""
    assert people.holder_of("kim@acme-labs.example") is None
