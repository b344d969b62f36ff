"""The cookies of the front door: what they are called, what protects them, and that a planted one is useless."""

import pytest

from keyhouse.ui import cookies
from tests.domain.credentials.proofs import GOOD, code_of, give_app, give_password
from tests.tools.front_door.browsing import browser, cookie, type_code, type_email, type_password, who


def sign_in(client, person):
    give_password(person)
    type_email(client, person.email)
    type_password(client, GOOD)


def test_on_loopback_the_cookie_is_plain_and_out_of_reach_of_scripts(cast):
    client = browser()
    sign_in(client, cast.finn)

    kept = client.cookies["kh_session"]

    assert kept["httponly"] and kept["samesite"] == "Lax" and not kept["secure"] and kept["path"] == "/"


def test_with_https_it_belongs_to_this_host_alone(cast, settings):
    settings.HTTPS = True
    client = browser()
    sign_in(client, cast.finn)

    kept = client.cookies["__Host-kh_session"]

    assert kept["httponly"] and kept["samesite"] == "Lax" and kept["secure"]
    assert kept["path"] == "/" and not kept["domain"] and who(client) == cast.finn.email


@pytest.mark.parametrize("name", [cookies.SESSION, "kh_step"])
def test_a_planted_cookie_opens_nothing_afterwards(cast, name):
    """SESS-3: whoever knew a cookie before the sign-in knows nothing after it."""
    victim, attacker = browser(), browser()
    type_email(attacker, cast.cleo.email)
    planted = cookie(attacker, "kh_step")
    victim.cookies[cookies.full_name(name)] = planted
    give_password(cast.cleo)
    secret, _codes = give_app(cast.cleo)

    if name != "kh_step":
        type_email(victim, cast.cleo.email)
    type_password(victim, GOOD)
    type_code(attacker, code_of(secret, 1))
    assert who(attacker) is None and who(victim) is None
    type_code(victim, code_of(secret, 1))

    attacker.cookies[cookies.full_name(cookies.SESSION)] = planted
    assert who(victim) == cast.cleo.email and who(attacker) is None


def test_the_cookie_of_a_session_that_stepped_up_is_useless(cast):
    """SESS-3: turning on a second factor is a new identifier."""
    client = browser()
    sign_in(client, cast.finn)
    before = cookie(client)
    page = client.get("/account/sign-in/authenticator/").content.decode()
    secret = page.split('data-copy="')[1].split('"')[0]

    client.post("/account/sign-in/authenticator/", {"code": code_of(secret)})

    attacker = browser()
    attacker.cookies[cookies.full_name(cookies.SESSION)] = before
    assert who(client) == cast.finn.email and cookie(client) != before and who(attacker) is None


@pytest.mark.parametrize("value", ["", "x", "k1.AAAA", "k1." + "A" * 200, "\x7f", "k1.é"])
def test_a_draft_that_is_not_ours_is_no_draft(db, value):
    for name, page in (("kh_activation", "/activate/password"), ("kh_invitation", "/invitations/login")):
        client = browser()
        client.cookies[name] = value

        assert client.get(page).status_code == 303


def test_a_draft_of_one_kind_is_none_of_another(cast):
    """INV-1: what was sealed for one flow opens no other."""
    from tests.domain.activation.arriving import link_for, newcomer

    client = browser()
    client.post(f"/activate/{link_for(newcomer(cast))}")
    sealed = cookie(client, "kh_activation")
    other = browser()
    for name in ("kh_invitation", "kh_reset", "kh_account"):
        other.cookies[name] = sealed

    assert sealed and other.get("/invitations/login").status_code == 303
    assert other.get("/sign-in/reset/password").status_code == 410
