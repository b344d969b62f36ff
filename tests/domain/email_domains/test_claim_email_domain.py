"""Claiming a domain: the first step to proving it."""

import pytest

from keyhouse.domain.email_domains import actions, queries
from keyhouse.domain.email_domains.errors import AlreadyClaimed, NotADomainName, PublicDomain
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def test_a_claimed_domain_is_not_verified(ada, cast):
    domain = actions.claim_email_domain(by=ada, organization=cast.acme, name=" Acme-Shop.Example ")

    assert (domain.name, domain.state, len(domain.token)) == ("acme-shop.example", "claimed", 43)
    assert not queries.is_verified(cast.acme, "acme-shop.example")
    assert audit.events(cast.acme.id)[0].sentence == "Ada added the domain acme-shop.example."


def test_several_organizations_may_claim_a_domain_each_with_a_token_of_its_own(ada, mallory, cast):
    ours = actions.claim_email_domain(by=ada, organization=cast.acme, name="shared.example")

    theirs = actions.claim_email_domain(by=mallory, organization=cast.rival, name="shared.example")

    assert ours.token != theirs.token


@pytest.mark.parametrize(
    "name",
    [
        "gmail.com",
        "co.uk",
        "github.io",
        "mailinator.com",
        "com",
        "localhost",
        "10.0.0.1",
        "printer.local",
        "corp.internal",
        "mail.gmail.com",
    ],
)
def test_a_public_domain_belongs_to_nobody(ada, cast, untouched, name):
    """LINK-6: public suffixes, free-mail, disposable and reserved names cannot be claimed."""
    with pytest.raises(PublicDomain, match="public email domain"), untouched():
        actions.claim_email_domain(by=ada, organization=cast.acme, name=name)


@pytest.mark.parametrize("name", ["shop.example", "deep.shop.test", "acme.com", "acme.co.uk", "bücher.example"])
def test_a_domain_of_ones_own_is_claimed(ada, cast, name):
    """LINK-6: names under .example and .test are never denied."""
    domain = actions.claim_email_domain(by=ada, organization=cast.acme, name=name)

    assert domain.name.isascii()


@pytest.mark.parametrize("name", ["", "acme", "-a.example", "acme..example", "ac me.example", "a@b.example", "x" * 300])
def test_what_is_no_domain_is_refused(ada, cast, untouched, name):
    with pytest.raises((NotADomainName, PublicDomain)), untouched():
        actions.claim_email_domain(by=ada, organization=cast.acme, name=name)


def test_a_domain_is_claimed_once(ada, cast, untouched):
    with pytest.raises(AlreadyClaimed, match=r"acme\.example is already"), untouched():
        actions.claim_email_domain(by=ada, organization=cast.acme, name="ACME.example")


def test_nobody_without_the_permission_claims_a_domain(ben, mallory, cast, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.claim_email_domain(by=stranger, organization=cast.acme, name="new.example")
