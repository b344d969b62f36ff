"""Renewing the email proof of a domain by the link that was mailed to it."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.email_domains.errors import DomainLinkOver, VerifiedElsewhere
from keyhouse.domain.email_domains.models import DomainLink, EmailDomain, LinkPurpose
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import visitor
from tests.cast import make_domain
from tests.racing import at_once


@pytest.fixture
def secret(ada, cast):
    """The secret of the link that waits for acme.example, whose proof by mail has failed."""
    rows = EmailDomain.objects.of(cast.acme).filter(name="acme.example")
    rows.update(method="email", code_mailbox="admin", state="warning", failures=4, warned_at=clock.now())
    actions.ask_for_renewal(by=ada, domain=rows.get())
    return secrets.decrypt(rules.LINK_SECRET, DomainLink.objects.of(cast.acme).get().handle_encrypted)


def renew(secret):
    link = queries.link_of(secret, LinkPurpose.RENEWAL)
    return actions.renew_email_domain(by=visitor(link=secrets.hash_of(secret)), link=link)


def test_the_link_proves_the_domain_for_another_180_days(cast, secret):
    domain = renew(secret)

    assert (domain.state, domain.failures, domain.warned_at) == ("verified", 0, None)
    assert domain.next_check_at - clock.now() > dt.timedelta(days=179)
    assert audit.events(cast.acme.id)[0].title == "Domain verified"


def test_a_link_works_once_and_for_thirty_days(secret):
    with time_machine.travel(clock.now() + dt.timedelta(days=31), tick=False), pytest.raises(DomainLinkOver):
        renew(secret)
    renew(secret)
    with pytest.raises(DomainLinkOver):
        renew(secret)


@pytest.mark.parametrize("text", ["", " ", "x" * 43], ids=["empty", "blank", "foreign"])
def test_what_is_no_link_renews_nothing(secret, untouched, text):
    with pytest.raises(DomainLinkOver), untouched():
        renew(text)


def test_without_the_link_in_hand_nobody_renews(ada, secret, untouched):
    link = queries.link_of(secret, LinkPurpose.RENEWAL)

    for stranger in (ada, visitor(link=secrets.hash_of("other"))):
        with pytest.raises(NotAllowed), untouched():
            actions.renew_email_domain(by=stranger, link=link)


def test_a_lapsed_domain_that_was_verified_elsewhere_does_not_come_back(cast, secret, untouched):
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state="lapsed")
    make_domain(cast.rival, "acme.example")

    with pytest.raises(VerifiedElsewhere), untouched():
        renew(secret)


def test_of_two_who_use_the_link_at_once_one_is_refused(transactional_db, secret):
    results = at_once(lambda: renew(secret), lambda: renew(secret))

    assert sorted(isinstance(result, DomainLinkOver) for result in results) == [False, True], results
