"""Trusting a domain that can't be proved."""

import dataclasses

import pytest

from keyhouse.domain.email_domains import actions, queries
from keyhouse.domain.email_domains.errors import ReasonNeeded
from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor


@pytest.fixture
def labs(cast):
    """The domain that Acme has claimed and not verified."""
    return queries.named(cast.acme, "acme-labs.example")


def approved(actor):
    return dataclasses.replace(actor, approved=Deed.TRUST_DOMAIN)


def test_an_approved_domain_is_trusted_and_not_verified(ada, cast, labs):
    actions.trust_email_domain(by=approved(ada), domain=labs, reason="our laboratory")

    assert queries.named(cast.acme, "acme-labs.example").state == "trusted"
    assert not queries.is_verified(cast.acme, "acme-labs.example")
    assert audit.events(cast.acme.id)[0].sentence == "Ada trusted the domain acme-labs.example: our laboratory"


def test_nobody_trusts_a_domain_alone(ada, labs, untouched):
    """SESS-7: the action asks for the approval, whatever the page did."""
    for hasty in (ada, dataclasses.replace(ada, approved="turn_off_sso")):
        with pytest.raises(NeedsApproval), untouched():
            actions.trust_email_domain(by=hasty, domain=labs, reason="our laboratory")


def test_the_operator_trusts_by_her_word(cast, labs):
    actions.trust_email_domain(by=operator_actor(cast.acme.id), domain=labs, reason="named at set-up")

    assert queries.named(cast.acme, "acme-labs.example").state == "trusted"


def test_a_reason_is_needed(ada, labs, untouched):
    with pytest.raises(ReasonNeeded), untouched():
        actions.trust_email_domain(by=approved(ada), domain=labs, reason=" ")


def test_a_verified_domain_stays_verified(ada, cast, untouched):
    with untouched():
        actions.trust_email_domain(by=approved(ada), domain=queries.named(cast.acme, "acme.example"), reason="-")


def test_others_trust_nothing(ben, mallory, labs, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.trust_email_domain(by=approved(stranger), domain=labs, reason="mine")
