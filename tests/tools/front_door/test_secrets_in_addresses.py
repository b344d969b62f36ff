"""Addresses that hold a secret: no header, page, redirect, event or log line gives it away."""

import datetime as dt

import pytest
import time_machine

from keyhouse import deliveries
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.email_domains import actions as email_domains
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.invitations import actions as invitations
from keyhouse.domain.organizations import actions as organizations
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.mail import queries as mail
from keyhouse.foundation.permissions import operator_actor, visitor
from tests.cast import make_person
from tests.conftest import all_rows
from tests.domain.account_locks.locking import link_in_mail, lock, unlock_link_of
from tests.domain.invitations.inviting import invite

pytestmark = pytest.mark.django_db


def activation(cast, ada):
    """The address that activates somebody's account."""
    person = make_person(cast.acme, "eli@acme.example", "Eli", state="invited", activated_at=None)
    return "/activate/" + credentials.create_activation_link(by=operator_actor(cast.acme.id), person=person)


def sign_in(cast, ada):
    """The address that signs somebody in once."""
    return "/sign-in/link/" + credentials.create_sign_in_link(by=operator_actor(cast.acme.id), person=cast.ben)


def reset(cast, ada):
    """The address that lets somebody choose a new password, as it is mailed."""
    credentials.request_password_reset(by=visitor(), person=cast.ada, address=cast.ada.email)
    deliveries.run_pending()
    text = mail.kept(to=cast.ada.email)[0].text
    return "/sign-in/reset/" + text.split("/sign-in/reset/")[1].split()[0]


def invitation(cast, ada):
    """The address of an invitation."""
    made = invite(ada, cast.press, "ben@acme.example")
    link = invitations.copy_invitation_link(by=ada, portfolio=cast.press, invitation_id=made.id)
    return "/invitations/" + link


def domain_renewal(cast, ada):
    """The address by which a mailbox renews the proof of a domain, as it is mailed."""
    rows = EmailDomain.objects.of(cast.acme).filter(name="acme.example")
    rows.update(method="email", code_mailbox="admin")
    email_domains.ask_for_renewal(by=ada, domain=rows.get())
    deliveries.run_pending()
    text = mail.kept(to="admin@acme.example")[0].text
    return "/domain-renewal/" + text.split("/domain-renewal/")[1].split()[0]


def lock_page(cast, ada):
    """The address that says why an account is locked, as it is mailed."""
    lock(cast.ben)
    return "/locked/" + link_in_mail("locked")


def unlocking(cast, ada):
    """The address that unlocks an account, as it is mailed."""
    lock(cast.ben)
    return "/unlock/" + unlock_link_of(cast.ben)


MAKES = [activation, sign_in, reset, invitation, domain_renewal, lock_page, unlocking]


@pytest.fixture(params=MAKES, ids=lambda make: make.__name__)
def address(request, cast, ada):
    """A living address of each kind."""
    return request.param(cast, ada)


def gives_away(answer, secret):
    """What of an answer gives a secret away or lets it be kept."""
    faults = []
    if answer.headers.get("Referrer-Policy") != "no-referrer":
        faults.append("referrer policy")
    if "no-store" not in answer.headers.get("Cache-Control", ""):
        faults.append("cache control")
    if secret in answer.content.decode() or secret in str(answer.headers):
        faults.append("page or headers")
    return faults


def test_an_address_gives_its_secret_away_neither_opened_well_nor_expired_nor_wrong(client, address, caplog):
    """WEB-7: headers checked, the page's links and requests hold no secret, no log line does."""
    secret = address.rsplit("/", 1)[1]

    well = client.get(address)
    wrong = client.get(address[:-1] + ("A" if address[-1] != "A" else "B"))
    with time_machine.travel(clock.now() + dt.timedelta(days=400)):
        expired = client.get(address)
    client.post(address)

    assert well.status_code in (200, 302, 303)
    assert [gives_away(answer, secret[:-1]) for answer in (well, wrong, expired)] == [[], [], []]
    assert secret not in caplog.text


def test_the_secret_stands_in_no_table_once_it_was_used(client, address):
    """Part of INV-4: kept hashed, never in an event or a job."""
    secret = address.rsplit("/", 1)[1]

    client.get(address)
    client.post(address)
    deliveries.run_pending()

    assert secret not in repr(all_rows(()))


def test_the_set_up_link_is_treated_alike(client, db):
    secret = organizations.create_set_up_link(by=operator_actor())

    well, wrong = client.get(f"/set-up/{secret}"), client.get("/set-up/" + secrets.new_handle().text)

    assert well.status_code == 200
    assert [gives_away(answer, secret) for answer in (well, wrong)] == [[], []]
