"""Sending a link to choose a new password."""

import pytest

from keyhouse import deliveries
from keyhouse.domain.credentials.models import PersonLink
from keyhouse.domain.recovery import actions
from keyhouse.foundation import addresses
from keyhouse.foundation.mail.models import KeptMail
from tests.domain.sign_in.walking import DOOR, switch_sign_on_on


def ask(email):
    actions.send_password_reset(by=DOOR, address=addresses.address(email))
    deliveries.run_pending()


def mails():
    return [one.to for one in KeptMail.objects.everywhere(reason="a test reads all mail")]


def test_one_mail_goes_to_the_stored_address(cast):
    """INV-3: what was typed finds the person; the mail goes to the address that she has."""
    ask("ADA@ACME.EXAMPLE")

    assert mails() == ["ada@acme.example"]


def test_a_personal_login_gets_one_too(cast):
    ask("finn.home@mail.example")

    assert mails() == ["finn.home@mail.example"]


@pytest.mark.parametrize("email", ["nobody@acme.example", "dana@acme.example"])
def test_unknown_and_deactivated_people_get_none(cast, email):
    ask(email)

    assert mails() == []


def test_people_who_must_use_single_sign_on_get_none_and_the_others_do(cast):
    """SESS-8: a reset is a local credential too; who is Password only still gets in."""
    switch_sign_on_on(cast)

    for email in ("ben@acme.example", "ada@acme.example"):
        ask(email)

    assert mails() == ["ada@acme.example"]


def test_the_secret_is_gone_once_the_mail_is_handed_over(cast):
    """INV-4: a mailed link's encrypted copy is blanked, and a repeated delivery mails nothing new."""
    ask("ada@acme.example")
    link = PersonLink.objects.of(cast.acme).get()

    deliveries.run_pending()

    assert link.handle_encrypted == "" and len(mails()) == 1


def test_asking_again_at_once_sends_no_second_mail(cast):
    for _ in range(5):
        ask("ada@acme.example")

    assert len(mails()) == 1
