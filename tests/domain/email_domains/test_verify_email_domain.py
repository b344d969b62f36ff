"""Verifying a domain by what was found at it."""

import pytest

from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.email_domains.errors import ProofNotFound, VerifiedElsewhere
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed, Refused
from tests.cast import make_domain
from tests.racing import at_once


def proof(domain, *others):
    return Evidence(method="dns", texts=(*others, rules.proof_of(domain)))


@pytest.fixture
def labs(cast):
    """The domain that Acme has claimed and not verified."""
    return queries.named(cast.acme, "acme-labs.example")


def test_the_right_text_among_others_verifies(ada, cast, labs):
    verified = actions.verify_email_domain(by=ada, domain=labs, evidence=proof(labs, "v=spf1 -all"))

    assert (verified.state, verified.method) == ("verified", "dns")
    assert queries.is_verified(cast.acme, "acme-labs.example")
    assert audit.events(cast.acme.id)[0].sentence == "Ada verified the domain acme-labs.example by dns."


def test_a_failed_check_changes_nothing_but_is_remembered(ada, cast, labs):
    """LINK-6: a proof of another organization's token proves nothing here."""
    foreign = Evidence(method="dns", texts=(rules.PROOF + "z" * 43,))

    refused = actions.verify_email_domain(by=ada, domain=labs, evidence=foreign)

    assert isinstance(refused, Refused) and isinstance(refused.rule, ProofNotFound)
    assert not queries.is_verified(cast.acme, "acme-labs.example")
    assert audit.events(cast.acme.id)[0].title == "Domain check failed"


@pytest.mark.parametrize("text", ["", "keyhouse-domain-verification=", "KEYHOUSE"])
def test_a_part_of_the_proof_is_no_proof(ada, cast, labs, text):
    refused = actions.verify_email_domain(by=ada, domain=labs, evidence=Evidence(method="dns", texts=(text,)))

    assert isinstance(refused, Refused)


def test_a_domain_verified_elsewhere_is_refused_and_its_owner_told(mallory, cast):
    """LINK-6: there is one verified owner, and the owner learns who tried."""
    theirs = make_domain(cast.rival, "acme.example", "claimed")

    refused = actions.verify_email_domain(by=mallory, domain=theirs, evidence=proof(theirs))

    assert isinstance(refused.rule, VerifiedElsewhere)
    assert queries.is_verified(cast.acme, "acme.example")
    assert audit.events(cast.acme.id)[0].sentence.startswith("Another organization tried to verify acme.example")
    assert "Acme" not in str(refused.rule)


def test_a_new_proof_wins_over_a_lapsed_one(mallory, cast):
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state="lapsed")
    theirs = make_domain(cast.rival, "acme.example", "claimed")

    actions.verify_email_domain(by=mallory, domain=theirs, evidence=proof(theirs))

    assert queries.is_verified(cast.rival, "acme.example")
    assert queries.named(cast.acme, "acme.example").state == "claimed"


def test_nobody_verifies_for_others(ben, mallory, labs, untouched):
    """AUTH-1: Mallory proves nothing for Acme."""
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.verify_email_domain(by=stranger, domain=labs, evidence=proof(labs))


def test_of_two_organizations_that_verify_at_once_one_wins(transactional_db, ada, mallory, cast):
    """LINK-6: Acme and Rival verify the same domain in the same moment."""
    ours, theirs = (make_domain(one, "shared.example", "claimed") for one in (cast.acme, cast.rival))

    results = at_once(
        lambda: actions.verify_email_domain(by=ada, domain=ours, evidence=proof(ours)),
        lambda: actions.verify_email_domain(by=mallory, domain=theirs, evidence=proof(theirs)),
    )

    assert sorted(isinstance(result, EmailDomain) for result in results) == [False, True], results
    rows = EmailDomain.objects.everywhere(reason="test").filter(name="shared.example", state="verified")
    assert rows.count() == 1
