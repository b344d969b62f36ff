"""Inviting a person to a portfolio."""

import pytest

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.invitations.errors import CannotBeInvited, InvitationDays
from keyhouse.domain.portfolios.errors import TemporaryTooLong
from keyhouse.domain.portfolios.models import Access
from keyhouse.foundation import secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_domain, make_person
from tests.domain.invitations.inviting import invite, secret_of


def test_the_invited_person_waits_for_her_answer(ada, cast):
    invitation = invite(ada, cast.spring_campaign, level=Access.APPS)

    assert (invitation.state, invitation.person, invitation.level) == ("pending", cast.erin, "apps")
    assert audit.events(cast.acme.id)[0].sentence == (
        "Ada invited erin@acme.example to Spring campaign with Partial access – Apps and integrations.")  # fmt: skip


def test_the_link_stands_hashed_and_encrypted_and_nowhere_else(ada, cast):
    """INV-1: the link is a random 256-bit handle, kept hashed; portfolio, access and address stand in our row."""
    from tests.conftest import all_rows

    invitation = invite(ada, cast.spring_campaign)

    secret = secret_of(invitation)
    assert secrets.hash_of(secret) == invitation.handle_hash
    assert len(secret) == 43
    assert secret not in repr(all_rows())


@pytest.mark.parametrize(("email", "reason"), [
    ("kim@acme-labs.example", "acme-labs.example isn't verified by Acme; verify the domain acme-labs.example first"),
    ("kim@gmail.com", "A public email address can't be invited as a work account"),
    ("mallory@rival.example", "rival.example belongs to another organization"),
    ("nobody@rival.example", "rival.example belongs to another organization"),
    ("kim@unknown.example", "unknown.example doesn't belong to Acme"),
    ("ben@acme.example", "Already in Spring campaign"),
    ("dana@acme.example", "The account is deactivated"),
])  # fmt: skip
def test_an_address_that_cannot_be_invited_is_refused_with_the_reason(ada, cast, untouched, email, reason):
    with pytest.raises(CannotBeInvited, match=reason), untouched():
        invite(ada, cast.spring_campaign, email)


def test_whoever_is_invited_already_is_not_invited_twice(ada, cast, untouched):
    invite(ada, cast.spring_campaign)

    with pytest.raises(CannotBeInvited, match="Invited to Spring campaign on"), untouched():
        invite(ada, cast.spring_campaign)


@pytest.mark.parametrize(
    ("state", "reason"), [("lapsed", "The check of acme.example fails"), ("claimed", "isn't verified")]
)
def test_a_domain_that_lapsed_lets_nobody_in(ada, cast, untouched, state, reason):
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state=state)

    with pytest.raises(CannotBeInvited, match=reason), untouched():
        invite(ada, cast.spring_campaign)


def test_a_trusted_domain_is_as_good_as_a_verified_one(ada, cast):
    make_domain(cast.acme, "friends.example", "trusted")
    make_person(cast.acme, "kim@friends.example", "Kim")

    assert invite(ada, cast.spring_campaign, "kim@friends.example").state == "pending"


def test_a_suspended_account_is_not_invited(ada, cast, untouched):
    cast.erin.state = "suspended"
    cast.erin.save()

    with pytest.raises(CannotBeInvited, match="The account is suspended"), untouched():
        invite(ada, cast.spring_campaign)


@pytest.mark.parametrize(("offer", "error"), [
    ({"days": 0}, InvitationDays), ({"days": 91}, InvitationDays), ({"temporary_days": 2}, TemporaryTooLong),
])  # fmt: skip
def test_terms_have_bounds(ada, cast, untouched, offer, error):
    with pytest.raises(error), untouched():
        invite(ada, cast.spring_campaign, **offer)


def test_partial_access_invites_nobody(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        invite(ben, cast.spring_campaign)


def test_another_organization_invites_nobody(mallory, cast, untouched):
    """AUTH-1: Mallory can't invite herself into Acme."""
    with pytest.raises(NotAllowed), untouched():
        invite(mallory, cast.spring_campaign, "mallory@rival.example")
