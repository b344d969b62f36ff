"""Asking the mailbox that proved a domain again, every 180 days."""

import datetime as dt

import pytest
import time_machine

from keyhouse.deliveries import run_pending
from keyhouse.domain.email_domains import actions, jobs, queries
from keyhouse.domain.email_domains.errors import NotProvedByMail
from keyhouse.domain.email_domains.models import DomainLink, EmailDomain
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as mail
from tests.conftest import all_rows


@pytest.fixture
def mailed(cast):
    """Acme's domain, proved by a mail to admin@ a moment ago."""
    now = clock.now()
    rows = EmailDomain.objects.of(cast.acme).filter(name="acme.example")
    rows.update(method="email", code_mailbox="admin", proved_at=now, next_check_at=now + dt.timedelta(days=180))
    return rows.get()


def at(begun, **delta):
    with time_machine.travel(begun + dt.timedelta(**delta), tick=False):
        jobs.look_at_domains(organization_id=None)
        run_pending()


def letters():
    return [letter for letter in mail.kept() if letter.to == "admin@acme.example"]


def test_the_link_is_mailed_to_the_mailbox_and_then_forgotten(ada, cast, mailed):
    """INV-4: until the mail is handed over the link stands encrypted in its row, and nowhere in plain."""
    actions.ask_for_renewal(by=ada, domain=mailed)
    waiting, tables = DomainLink.objects.of(cast.acme).get(), {name: repr(rows) for name, rows in all_rows().items()}

    run_pending()

    secret = letters()[0].text.split("/domain-renewal/")[1].split()[0]
    assert waiting.handle_encrypted and not DomainLink.objects.of(cast.acme).get().handle_encrypted
    assert not [name for name, rows in tables.items() if secret in rows]


def test_a_newer_link_kills_the_older_one(ada, cast, mailed):
    actions.ask_for_renewal(by=ada, domain=mailed)
    actions.ask_for_renewal(by=ada, domain=mailed)

    assert DomainLink.objects.of(cast.acme).count() == 1


def test_after_180_days_it_is_asked_again_three_times_and_then_the_domain_warns_and_lapses(cast, mailed):
    begun = clock.now()
    at(begun, days=179)
    quiet = len(letters())

    for hours in (0, 1, 6, 24):
        at(begun, days=180, hours=hours)
    warned = (queries.named(cast.acme, "acme.example").state, len(letters()))
    for days in range(1, 16):
        at(begun, days=181 + days)

    assert quiet == 0 and warned == ("warning", 4)
    assert queries.named(cast.acme, "acme.example").state == "lapsed" and len(letters()) == 6


def test_a_domain_proved_otherwise_is_not_renewed_by_mail(ada, cast, untouched):
    with pytest.raises(NotProvedByMail), untouched():
        actions.ask_for_renewal(by=ada, domain=queries.named(cast.acme, "acme.example"))


def test_others_ask_for_nothing(ben, mallory, mailed, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.ask_for_renewal(by=stranger, domain=mailed)
