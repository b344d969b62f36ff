"""Activating at the pages."""

import datetime as dt
import re

import pytest
import time_machine

from keyhouse import deliveries
from keyhouse.domain.credentials import jobs
from keyhouse.domain.credentials.models import PersonLink
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.mail import queries as mail
from tests.conftest import all_rows
from tests.domain.activation.arriving import link_for, newcomer
from tests.domain.credentials.proofs import GOOD, code_of
from tests.domain.sign_in.walking import switch_sign_on_on
from tests.tools.at_the_door import browser_of
from tests.tools.front_door.browsing import browser, opened, shown, who

NEW = {"password": GOOD, "born": "1990-05-17"}


def post(client, address, **fields):
    """Send a form, and go where it leads."""
    answer = client.post(address, fields)
    return opened(client, answer["Location"]) if answer.status_code == 303 else answer


def test_five_short_pages_lead_an_administrator_in(cast):
    link, client = link_for(newcomer(cast, admin=True)), browser()

    assert "Step 1 of 5" in shown(client.get(f"/activate/{link}"))
    assert "Your account at Acme" in shown(post(client, f"/activate/{link}"))
    assert "Choose a password" in shown(post(client, "/activate/organization"))
    app = shown(post(client, "/activate/password", **NEW))
    secret = re.search(r'data-copy="([A-Z2-7]{32})"', app).group(1)
    codes = shown(post(client, "/activate/authenticator", code=code_of(secret)))

    assert len(re.findall(r"<li>[a-z2-7-]{19}</li>", codes)) == 10
    assert who(client) == "gil@acme.example" and "is active" in shown(client.get("/activate/finished"))


def test_recovery_codes_are_shown_to_nobody_else_in_the_same_browser(cast):
    link, client = link_for(newcomer(cast, admin=True)), browser()
    post(client, f"/activate/{link}")
    post(client, "/activate/organization")
    app = shown(post(client, "/activate/password", **NEW))
    secret = re.search(r'data-copy="([A-Z2-7]{32})"', app).group(1)
    post(client, "/activate/authenticator", code=code_of(secret))
    hers = client.get("/activate/recovery-codes").status_code

    client.cookies.update(browser_of(cast.mallory).cookies)

    assert (hers, client.get("/activate/recovery-codes").status_code) == (200, 303)


def test_others_are_done_with_a_password(cast):
    link, client = link_for(newcomer(cast)), browser()
    post(client, f"/activate/{link}")

    done = post(client, "/activate/password", **NEW)

    assert who(client) == "gil@acme.example" and "Your work account is active" in shown(done)


def test_opening_the_link_changes_nothing(cast, untouched):
    """A mail scanner opens every link, and uses none up."""
    link = link_for(newcomer(cast))

    with untouched():
        for _ in range(3):
            assert browser().get(f"/activate/{link}").status_code == 200
            assert browser().head(f"/activate/{link}").status_code == 200


def test_a_weak_password_and_a_child_are_told_at_the_field(cast):
    link, client = link_for(newcomer(cast)), browser()
    post(client, f"/activate/{link}")

    weak = client.post("/activate/password", {**NEW, "password": "Password1!"})
    young = client.post("/activate/password", {**NEW, "born": "2020-01-01"})

    assert (weak.status_code, young.status_code) == (422, 422)
    assert "easy to guess" in shown(weak) and "16 or older" in shown(young)
    assert Person.objects.of(cast.acme).get(email="gil@acme.example").state == "invited"


def test_the_app_cannot_be_left_out_by_an_administrator(cast):
    """SESS-6: posting the last step first leads back to the one that is due."""
    link, client = link_for(newcomer(cast, admin=True)), browser()
    post(client, f"/activate/{link}")

    early = post(client, "/activate/authenticator", code="000000")

    assert "Choose a password" in shown(early) and who(client) is None


def test_once_active_every_page_of_it_says_so(cast):
    link, client = link_for(newcomer(cast)), browser()
    post(client, f"/activate/{link}")
    other = browser()
    post(other, f"/activate/{link}")
    post(client, "/activate/password", **NEW)

    assert "is active" in shown(opened(client, f"/activate/{link}"))
    assert "was activated before" in shown(browser().get(f"/activate/{link}"))
    assert "was activated before" in shown(other.post("/activate/password", NEW)) and who(other) is None


def test_an_expired_link_says_when_and_sends_a_new_one(cast):
    link, client = link_for(newcomer(cast)), browser()
    with time_machine.travel(clock.now() + dt.timedelta(days=8), tick=False):
        page = client.get(f"/activate/{link}")
        sent = client.post(f"/activate/{link}", {"new_link": "1"})
        deliveries.run_pending()

    assert page.status_code == 410 and "This link expired on" in shown(page) and "Send a new link" in shown(page)
    assert "on its way" in shown(sent) and len(mail.kept(to="gil@acme.example")) == 1


def test_somebody_who_is_signed_in_is_told_as_whom(cast):
    link, client = link_for(newcomer(cast)), browser_of(cast.ada)

    page = shown(client.get(f"/activate/{link}"))
    post(client, f"/activate/{link}")
    post(client, "/activate/password", **NEW)

    assert "signed in as somebody else" in page and "Use another account" in page
    assert who(client) == "gil@acme.example"


def test_people_with_single_sign_on_are_sent_there(cast):
    connection = switch_sign_on_on(cast)
    link, client = link_for(newcomer(cast, sign_in_method="sso")), browser()

    page = shown(post(client, f"/activate/{link}"))
    refused = client.post("/activate/password", NEW)

    assert f"/saml/{connection.id}/sign-in?next=%2Factivate%2Ffinished" in page
    assert refused.status_code == 422 and who(client) is None


@pytest.mark.parametrize("more", ["?organization=1", "?person=1&email=x", "?next=https://evil.example", "?secret="])
def test_nothing_in_the_address_decides_but_the_secret(cast, more):
    """INV-1: parameters are added and changed, and the row decides."""
    link, client = link_for(newcomer(cast)), browser()

    page = client.get(f"/activate/{link}{more}")
    post(client, f"/activate/{link}{more}", person=str(cast.ada.id), email=cast.ada.email)
    post(client, f"/activate/password{more}", person=str(cast.ada.id), **NEW)

    assert "Acme" in shown(page) and who(client) == "gil@acme.example"


def test_a_link_of_one_kind_opens_no_page_of_another(cast):
    """INV-1: an activation link is no reset link, no one-time link and no invitation."""
    link = link_for(newcomer(cast))

    answers = [
        browser().get(f"/{where}/{link}") for where in ("sign-in/reset", "sign-in/link", "invitations", "set-up")
    ]

    assert [answer.status_code for answer in answers] == [410, 410, 404, 410]


def test_a_mail_that_failed_is_sent_again_with_the_same_link(cast, settings):
    """INV-4: until its mail is handed over the secret waits encrypted; a retry mails the same link."""
    gil = newcomer(cast)
    link = link_for(gil, mail=True)
    event = AuditEvent.objects.of(cast.acme).get(tag="person.activation_link.created")
    settings.KEYHOUSE.smtp_url = "smtp://127.0.0.1:1"
    with pytest.raises(OSError):
        jobs.mail_link(organization_id=cast.acme.id, event_id=event.id)
    settings.KEYHOUSE.smtp_url = ""
    assert link not in repr(all_rows()) and PersonLink.objects.of(cast.acme).get().handle_encrypted

    for _ in range(2):
        jobs.mail_link(organization_id=cast.acme.id, event_id=event.id)

    assert [f"/activate/{link}" in one.text for one in mail.kept(to=gil.email)] == [True]
    assert PersonLink.objects.of(cast.acme).get().handle_encrypted == "" and link not in repr(all_rows())


def test_an_address_that_is_framed_gets_the_page_with_a_way_out(cast):
    link = link_for(newcomer(cast))

    framed = browser().get(f"/activate/{link}", headers={"Sec-Fetch-Dest": "iframe"})
    plain = browser().get(f"/activate/{link}")

    assert "Open in a new window" in shown(framed) and "<form" not in shown(framed)
    assert "frame-ancestors 'none'" in plain["Content-Security-Policy"] and plain["X-Frame-Options"] == "DENY"
