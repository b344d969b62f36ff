"""A sole administrator asks to confirm a trusted domain by her own mail."""

import datetime as dt

import pytest

from keyhouse.deliveries import run_pending
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.domain_ownership import actions, errors
from keyhouse.domain.email_domains import queries
from keyhouse.domain.email_domains.models import DomainLink
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as mail
from tests.cast import make_domain


@pytest.fixture
def labs(cast):
    """A domain of Rival, whose only System admin is Mallory."""
    return make_domain(cast.rival, "rival-labs.example", "claimed")


def ask(by, domain):
    return actions.ask_to_confirm_trust(by=by, domain=domain, reason="our laboratory")


def test_the_link_goes_to_herself_and_is_then_forgotten(mallory, cast, labs):
    """INV-4: the link stands encrypted until its mail is handed over."""
    assert ask(mallory, labs).state == "trust_pending"
    run_pending()

    assert mail.kept(to="mallory@rival.example")[0].subject == "Confirm that rival-labs.example is trusted"
    assert not DomainLink.objects.of(cast.rival).get().handle_encrypted


def test_where_others_can_approve_they_do(ada, cast, untouched):
    with pytest.raises(errors.TrustNeedsApprovers), untouched():
        ask(ada, queries.named(cast.acme, "acme-labs.example"))


def test_after_90_days_she_needs_a_second_admin(mallory, cast, labs, untouched):
    RoleHolder.objects.of(cast.rival).update(given_at=clock.now() - dt.timedelta(days=91))

    with pytest.raises(errors.TrustNeedsSecondAdmin), untouched():
        ask(mallory, labs)


def test_others_ask_for_nothing(ada, ben, labs, untouched):
    for stranger in (ada, ben):
        with pytest.raises(NotAllowed), untouched():
            ask(stranger, labs)
