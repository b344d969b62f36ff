"""Whose domain an address falls under."""

import pytest

from keyhouse.domain.email_domains import queries, rules
from keyhouse.domain.email_domains.errors import NoSuchDomain
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_domain


def with_subdomains(organization, name):
    EmailDomain.objects.of(organization).filter(name=name).update(include_subdomains=True)


def test_an_address_falls_under_its_exact_domain(cast):
    assert queries.domain_of("Ben@ACME.example", cast.acme).name == "acme.example"
    assert queries.domain_of("ben@shop.acme.example", cast.acme) is None
    assert queries.domain_of("ben@acme.example", cast.rival) is None


def test_a_subdomain_inherits_only_when_the_parent_was_verified_with_it(cast):
    with_subdomains(cast.acme, "acme.example")

    assert queries.is_verified(cast.acme, "shop.acme.example")
    assert not queries.is_verified(cast.acme, "notacme.example")


def test_a_subdomain_that_somebody_else_verified_is_not_inherited(cast):
    with_subdomains(cast.acme, "acme.example")
    make_domain(cast.rival, "shop.acme.example")

    assert queries.domain_of("x@shop.acme.example", cast.acme) is None
    assert queries.domain_of("x@deep.shop.acme.example", cast.acme) is None


def test_of_two_verified_domains_the_most_specific_one_wins(cast):
    with_subdomains(cast.acme, "acme.example")
    make_domain(cast.acme, "shop.acme.example")

    assert queries.domain_of("x@shop.acme.example", cast.acme).name == "shop.acme.example"
    assert queries.domain_of("x@eu.shop.acme.example", cast.acme).name == "acme.example"


@pytest.mark.parametrize("state", ["claimed", "trust_pending", "trusted", "lapsed"])
def test_a_subdomain_without_proof_of_its_own_has_that_of_its_parent(cast, state):
    with_subdomains(cast.acme, "acme.example")
    make_domain(cast.acme, "shop.acme.example", state)

    assert queries.domain_of("x@shop.acme.example", cast.acme).name == "acme.example"


def test_a_subdomain_that_somebody_else_verified_counts_as_it_stands_here(cast):
    with_subdomains(cast.acme, "acme.example")
    make_domain(cast.acme, "shop.acme.example", "trusted")
    make_domain(cast.rival, "shop.acme.example")

    assert queries.domain_of("x@shop.acme.example", cast.acme).state == "trusted"


def test_the_list_is_searched_by_name_and_filtered_by_state(ada, ben, cast):
    assert [row.name for row in queries.listed(ada, search="LABS")] == ["acme-labs.example"]
    assert [row.name for row in queries.listed(ada, state="verified")] == ["acme.example"]
    with pytest.raises(NotAllowed):
        queries.listed(ben)


def test_the_domain_of_another_organization_does_not_exist(mallory, cast):
    """AUTH-1: Mallory's question by id is answered like one for an id that never was."""
    with pytest.raises(NoSuchDomain):
        queries.domain(mallory, queries.named(cast.acme, "acme.example").id)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gmail.com", "free_mail"),
        ("co.uk", "public_suffix"),
        ("github.io", "public_suffix"),
        ("localhost", "reserved"),
        ("127.0.0.1", "address"),
        ("acme.example", None),
        ("rival.test", None),
        ("acme.co.uk", None),
    ],
)
def test_a_public_name_has_a_reason(name, reason):
    """LINK-6: what nobody can own, and why."""
    assert rules.why_public(name) == reason
