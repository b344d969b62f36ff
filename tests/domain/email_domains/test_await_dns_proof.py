"""Having a TXT record looked for by itself."""

import pytest

from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.email_domains.errors import AlreadyVerified
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


@pytest.fixture
def labs(cast):
    """The domain that Acme has claimed and not verified."""
    return queries.named(cast.acme, "acme-labs.example")


def test_the_record_is_looked_for_from_now_on(ada, cast, labs):
    waiting = actions.await_dns_proof(by=ada, domain=labs)

    assert waiting.state == "claimed" and rules.awaits_record(waiting, clock.now())
    assert audit.events(cast.acme.id)[0].title == "Domain check started"


def test_subdomains_chosen_before_are_included_when_the_record_appears(ada, cast, labs):
    waiting = actions.await_dns_proof(by=ada, domain=labs, include_subdomains=True)

    actions.verify_email_domain(by=ada, domain=labs, evidence=Evidence(method="dns", texts=(rules.proof_of(waiting),)))

    assert queries.is_verified(cast.acme, "shop.acme-labs.example")


def test_a_verified_domain_waits_for_nothing(ada, cast, untouched):
    with pytest.raises(AlreadyVerified), untouched():
        actions.await_dns_proof(by=ada, domain=queries.named(cast.acme, "acme.example"))


def test_others_wait_for_nothing(ben, mallory, labs, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.await_dns_proof(by=stranger, domain=labs)
