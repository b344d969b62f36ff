"""Trusting a domain that can't be proved."""

import pytest

from keyhouse.domain.email_domains import actions, queries
from keyhouse.foundation.errors import NotAllowed


def test_a_trusted_domain_is_not_verified(ada, cast):
    labs = queries.named(cast.acme, "acme-labs.example")

    actions.trust_email_domain(by=ada, domain=labs, reason="our agency")

    assert queries.named(cast.acme, "acme-labs.example").state == "trusted"
    assert not queries.is_verified(cast.acme, "acme-labs.example")


def test_a_verified_domain_stays_verified(ada, cast, untouched):
    with untouched():
        actions.trust_email_domain(by=ada, domain=queries.named(cast.acme, "acme.example"), reason="-")


def test_others_trust_nothing(ben, mallory, cast, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.trust_email_domain(by=stranger, domain=queries.named(cast.acme, "acme-labs.example"), reason="-")
