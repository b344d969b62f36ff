"""Signing in again before something dangerous: asked for what the sign-in took, and back to what was typed."""

import datetime as dt
import re

import pytest
import time_machine

from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.ui import cookies
from tests.domain.credentials.proofs import GOOD, code_of, give_app, give_password
from tests.endpoints.saml.provider import Provider, okta_sign_on
from tests.tools.at_the_door import browser_of
from tests.tools.front_door.browsing import cookie, followed, shown, who

__all__ = ["okta_sign_on"]
TEN = dt.timedelta(minutes=10)


@pytest.fixture
def ada_with_app(cast):
    """Ada's browser, in which she signed in ten minutes ago, and the secret of her app."""
    give_password(cast.ada)
    secret, _codes = give_app(cast.ada)
    client = browser_of(cast.ada)
    Session.objects.of(cast.acme).update(proved_at=clock.now() - TEN)
    return client, secret


def reset_ben(client, cast):
    return client.post(f"/admin-center/people/{cast.ben.id}/two-factor/", {"note": "lost & found"})


def fields_of(page):
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', shown(page)))


def test_a_dangerous_deed_is_done_after_the_password_the_code_and_one_press(cast, ada_with_app):
    client, secret = ada_with_app
    give_app(cast.ben)
    before = cookie(client)

    asked = reset_ben(client, cast)
    page = followed(client, asked)
    assert asked.status_code == 303 and "within the last 5 minutes" in shown(page) and "Security code" in shown(page)
    answer = {"password": GOOD, "code": code_of(secret, 1), "next": fields_of(page)["next"]}
    offered = followed(client, client.post("/sign-in/again", answer))
    assert credentials.has_second_factor(cast.ben) and cookie(client) != before

    path = re.search(r'action="([^"]+two-factor/)"', shown(offered)).group(1)
    kept = fields_of(offered)
    done = client.post(path, kept)

    assert kept == {"note": "lost &amp; found"} and done.status_code == 303
    assert not credentials.has_second_factor(cast.ben)


@pytest.mark.parametrize(
    ("password", "steps", "words"),
    [("wrong", 1, "not your password"), (GOOD, 9, "code is wrong")],
    ids=["wrong_password", "wrong_code"],
)
def test_what_is_wrong_is_said_at_the_form_and_nothing_is_renewed(cast, ada_with_app, password, steps, words):
    client, secret = ada_with_app

    page = client.post("/sign-in/again", {"password": password, "code": code_of(secret, steps), "next": "/account/"})

    assert page.status_code == 422 and words in shown(page)
    assert reset_ben(client, cast)["Location"].startswith("/sign-in/again")


def test_a_dialog_is_told_to_go_there(cast, ada_with_app):
    client, _secret = ada_with_app
    client.defaults["HTTP_X_KEYHOUSE_DIALOG"] = "1"

    asked = reset_ben(client, cast)

    assert asked.status_code == 204 and asked["X-Keyhouse-Go"].startswith("/sign-in/again?next=")


def test_what_was_kept_is_offered_to_nobody_else_and_not_for_ever(cast, ada_with_app):
    client, _secret = ada_with_app
    reset_ben(client, cast)
    kept = cookie(client, "kh_kept")
    stranger = browser_of(cast.erin)
    stranger.cookies[cookies.full_name("kh_kept")] = kept

    assert stranger.get("/sign-in/again/continue").status_code == 303
    with time_machine.travel(clock.now() + dt.timedelta(minutes=16)):
        assert client.get("/sign-in/again/continue").status_code == 303
    assert kept and not cookie(client, "kh_kept")


@pytest.mark.parametrize("next", ["https://rival.example/", "//rival.example", "/\\rival.example"])
def test_it_leads_nowhere_else(cast, ada_with_app, next):
    """Where to go on is a path of our own."""
    client, secret = ada_with_app

    done = client.post("/sign-in/again", {"password": GOOD, "code": code_of(secret, 1), "next": next})

    assert done["Location"] == "/"


def test_who_came_by_single_sign_on_is_asked_there_anew(cast, okta_sign_on):
    """ForceAuthn: an answer from a session of before doesn't count."""
    client = browser_of(cast.erin)
    okta_sign_on.sign_in(client, "erin@acme.example")
    Session.objects.of(cast.acme).update(proved_at=clock.now() - TEN)
    give_app(cast.ben)
    page = followed(client, reset_ben(client, cast))
    assert "Continue with Okta" in shown(page) and "Security code" not in shown(page)

    done = prove(okta_sign_on, client, signed_in_at=clock.now() - TEN)
    assert done.status_code == 403 and reset_ben(client, cast)["Location"].startswith("/sign-in/again")
    done = prove(okta_sign_on, client)

    assert done["Location"] == "/account/" and who(client) == "erin@acme.example"
    assert reset_ben(client, cast).status_code == 303 and not credentials.has_second_factor(cast.ben)


def prove(okta: Provider, client, **more):
    """Go to the provider to prove it again, and come back."""
    asked = okta.asked(client, "again", next="/account/")
    posted = okta.post(client, okta.says(asked, "erin@acme.example", **more))
    return client.get(posted["Location"]) if posted.status_code == 303 else posted
