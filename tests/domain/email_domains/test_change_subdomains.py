"""Letting the proof of a domain hold for the domains below it."""

import pytest

from keyhouse.domain.email_domains import actions, queries
from keyhouse.domain.email_domains.errors import SubdomainsNeedRecord
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def proved_by(cast, method):
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(method=method)
    return queries.named(cast.acme, "acme.example")


def test_a_record_is_extended_to_the_subdomains_and_taken_back(ada, cast):
    domain = proved_by(cast, "dns")

    actions.change_subdomains(by=ada, domain=domain, include=True)
    included = queries.is_verified(cast.acme, "shop.acme.example")
    actions.change_subdomains(by=ada, domain=domain, include=False)

    assert included and not queries.is_verified(cast.acme, "shop.acme.example")
    told = [line.sentence for line in audit.events(cast.acme.id)[:2]]
    assert told[1] == "Ada included the subdomains of acme.example."


@pytest.mark.parametrize("method", ["file", "email", "word"])
def test_another_proof_holds_for_its_domain_alone(ada, cast, untouched, method):
    domain = proved_by(cast, method)

    with pytest.raises(SubdomainsNeedRecord), untouched():
        actions.change_subdomains(by=ada, domain=domain, include=True)


def test_others_include_nothing(ben, mallory, cast, untouched):
    domain = proved_by(cast, "dns")

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.change_subdomains(by=stranger, domain=domain, include=True)
