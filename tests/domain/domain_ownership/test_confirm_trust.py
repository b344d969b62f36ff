"""Confirming a trusted domain by one's own mail."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.domain_ownership import actions, errors
from keyhouse.domain.email_domains import queries
from keyhouse.domain.email_domains.errors import DomainLinkOver
from keyhouse.domain.email_domains.models import DomainLink
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from tests.cast import actor_of, make_domain, make_person, make_system_admin


@pytest.fixture
def link(mallory, cast):
    """The link that was made for Mallory."""
    labs = make_domain(cast.rival, "rival-labs.example", "claimed")
    actions.ask_to_confirm_trust(by=mallory, domain=labs, reason="our laboratory")
    return DomainLink.objects.of(cast.rival).select_related("domain").get()


def test_it_trusts_the_domain_once(mallory, cast, link):
    assert actions.confirm_trust(by=mallory, link=link).state == "trusted"

    with pytest.raises(DomainLinkOver):
        actions.confirm_trust(by=mallory, link=link)


def test_after_24_hours_it_is_worthless(mallory, link):
    with time_machine.travel(clock.now() + dt.timedelta(hours=25), tick=False), pytest.raises(DomainLinkOver):
        actions.confirm_trust(by=mallory, link=link)


def test_a_second_administrator_who_came_meanwhile_approves_instead(mallory, cast, link, untouched):
    make_system_admin(make_person(cast.rival, "mo@rival.example", "Mo"))

    with pytest.raises(errors.TrustNeedsApprovers), untouched():
        actions.confirm_trust(by=mallory, link=link)


def test_it_is_hers_alone(ada, cast, link, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.confirm_trust(by=ada, link=link)
    with pytest.raises(NotAllowed), untouched():
        actions.confirm_trust(by=actor_of(cast.mallory), link=link)
    assert queries.named(cast.rival, "rival-labs.example").state == "trust_pending"
