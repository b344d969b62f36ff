"""Signing in at the pages."""

import datetime as dt
import re

import pytest
import time_machine

from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.ui import cookies
from tests.domain.credentials.proofs import GOOD, code_of, give_app, give_password
from tests.domain.sign_in.walking import switch_sign_on_on
from tests.tools.at_the_door import browser_of
from tests.tools.front_door.browsing import browser, cookie, opened, shown, type_code, type_email, type_password, who


def test_email_password_and_the_page_that_was_wanted(cast):
    give_password(cast.finn)
    client = browser()

    asked = opened(client, "/account/sessions/")
    next = re.search(r'name="next" value="([^"]+)"', shown(asked)).group(1)
    type_email(client, cast.finn.email, next=next)
    done = type_password(client, GOOD)

    assert next == "/account/sessions/" and who(client) == cast.finn.email
    assert done.request["PATH_INFO"] == "/account/sessions/"


def test_the_second_factor_comes_before_the_session(cast):
    give_password(cast.cleo)
    secret, _codes = give_app(cast.cleo)
    client = browser()
    type_email(client, cast.cleo.email)
    asked = type_password(client, GOOD)
    assert asked.request["PATH_INFO"] == "/sign-in/code" and who(client) is None

    type_code(client, code_of(secret, 1))

    assert who(client) == cast.cleo.email


def test_an_administrator_sets_an_app_up_and_sees_her_codes(cast):
    give_password(cast.ada)
    client = browser()
    type_email(client, cast.ada.email)
    page = type_password(client, GOOD)
    secret = re.search(r'data-copy="([A-Z2-7]{32})"', shown(page)).group(1)

    done = type_code(client, code_of(secret), "/sign-in/authenticator")

    codes = re.findall(r"<li>([a-z2-7-]{19})</li>", shown(done))
    assert who(client) == cast.ada.email and len(codes) == 10
    assert credentials.recovery_codes_left(cast.ada) == 10


def test_a_recovery_code_stands_in_for_the_app(cast):
    give_password(cast.cleo)
    _secret, codes = give_app(cast.cleo)
    client = browser()
    type_email(client, cast.cleo.email)
    type_password(client, GOOD)

    type_code(client, codes[3].upper(), "/sign-in/code?with=recovery-code")

    assert who(client) == cast.cleo.email


def test_people_with_single_sign_on_are_told_and_led_there(cast):
    connection = switch_sign_on_on(cast)
    client = browser()

    page = type_email(client, cast.ben.email, next="/account/")

    address = f"/saml/{connection.id}/sign-in?next=%2Faccount%2F"
    assert page.request["PATH_INFO"] == "/sign-in/continue" and address in shown(page)
    assert "Acme Okta" in shown(page) and who(client) is None


def test_a_launcher_goes_straight_to_its_connection(cast):
    connection = switch_sign_on_on(cast)

    answer = browser().get(f"/sign-in?connection={connection.id}&next=//evil.example")

    assert answer.status_code == 303 and answer["Location"] == f"/saml/{connection.id}/sign-in?next=%2F"


@pytest.mark.parametrize("typed", ["²", "٣", "9" * 19])
def test_a_launcher_that_names_no_connection_leads_to_the_first_question(cast, typed):
    answer = browser().get("/sign-in", {"connection": typed})

    assert answer.status_code == 200 and "Email" in shown(answer)


def test_signing_out_ends_the_session_and_not_only_the_cookie(cast):
    give_password(cast.finn)
    client = browser()
    type_email(client, cast.finn.email)
    type_password(client, GOOD)
    before = cookie(client)

    client.get("/sign-out")
    assert who(client) == cast.finn.email
    client.post("/sign-out")

    assert cookie(client) == "" and not Session.objects.of_nobody().exists()
    client.cookies[cookies.full_name(cookies.SESSION)] = before
    assert client.get("/account/").status_code == 303


def test_an_administrator_who_was_away_for_an_hour_signs_in_again(cast):
    client = browser_of(cast.ada)
    assert client.get("/account/").status_code == 200

    with time_machine.travel(clock.now() + dt.timedelta(minutes=61), tick=False):
        assert client.get("/account/").status_code == 303


@pytest.mark.parametrize("page", ["password", "code", "authenticator", "recovery-codes", "continue"])
def test_a_step_without_a_sign_in_leads_back_to_the_email(db, page):
    answer = opened(browser(), f"/sign-in/{page}")

    assert answer.request["PATH_INFO"] == "/sign-in" and "Start again with your email" in shown(answer)
