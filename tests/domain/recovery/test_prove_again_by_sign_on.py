"""Proving again who one is, by single sign-on."""

import datetime as dt

import pytest

from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.recovery import actions
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.errors import AnotherBrowser, NameDoesNotFit, SingleSignOnIsOff
from keyhouse.foundation import clock
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Strength
from tests.domain.recovery.signed_in import long_ago, proved_at, signed_in
from tests.domain.sign_in.sign_on import BROWSER, answered, make_sign_on, nobody, route, single_sign_on

__all__ = ["nobody", "single_sign_on"]


def finished(by, connection, handle):
    return actions.prove_again_by_sign_on(by=by, connection=connection, handle=handle, browser=BROWSER)


@pytest.fixture
def erin_here(cast, single_sign_on):
    """Erin, who signed in by single sign-on an hour ago, and her cookie."""
    actor, secret = signed_in(cast.erin, Strength.SINGLE_SIGN_ON, single_sign_on)
    return long_ago(actor, dt.timedelta(hours=1)), secret


def test_the_answer_renews_the_session_and_leads_on(cast, single_sign_on, erin_here):
    """SESS-3: the cookie of before opens nothing."""
    erin, before = erin_here

    done = finished(erin, single_sign_on, answered(erin, single_sign_on, name="erin@acme.example"))

    assert clock.now() - proved_at(done.session.secret) < dt.timedelta(minutes=1) and queries.session(before) is None
    assert done.next == "/" and len(queries.sessions_of(cast.erin)) == 1


@pytest.mark.parametrize("case", ["somebody_else", "another_session", "another_connection"])
def test_what_does_not_prove_her_is_refused_and_renews_nothing(cast, single_sign_on, erin_here, case):
    """SESS-4: stepping up checks who proved what, and where."""
    erin, secret = erin_here
    by, connection, name = erin, single_sign_on, "erin@acme.example"
    if case == "somebody_else":
        name, rule = "ben@acme.example", NameDoesNotFit
    elif case == "another_session":
        by, rule = signed_in(cast.erin, Strength.SINGLE_SIGN_ON, single_sign_on)[0], AnotherBrowser
    else:
        connection, rule = make_sign_on(cast, "Entra"), SingleSignOnIsOff
        route(cast, connection, "acme-labs.example")
        cast.erin.email = cast.erin.email_folded = name = "erin@acme-labs.example"
        cast.erin.save()

    refused = finished(erin, connection, answered(by, connection, name=name))

    assert isinstance(refused, Refused) and isinstance(refused.rule, rule) and refused.support_code
    assert clock.now() - proved_at(secret) > dt.timedelta(minutes=50)


def test_an_ordinary_sign_in_proves_nothing_again_nor_the_other_way_round(single_sign_on, nobody, erin_here):
    """SAML-8: an answer serves the purpose for which it was asked and no other."""
    erin, _secret = erin_here
    ordinary = answered(nobody, single_sign_on, "_r1", name="erin@acme.example")
    again = answered(erin, single_sign_on, "_r2", name="erin@acme.example")

    as_proof = finished(erin, single_sign_on, ordinary)
    as_sign_in = lifecycle.finish_sign_on(by=nobody, connection=single_sign_on, handle=again, browser=BROWSER)

    assert all(isinstance(one, Refused) and isinstance(one.rule, AnotherBrowser) for one in (as_proof, as_sign_in))


def test_a_sign_in_counts_from_when_the_provider_asked_her(cast, single_sign_on, nobody):
    """A session at the provider that is an hour old is no proof of this moment."""
    earlier = (clock.now() - dt.timedelta(hours=1)).isoformat()
    handle = answered(nobody, single_sign_on, name="erin@acme.example", authenticated_at=earlier)

    signed = lifecycle.finish_sign_on(by=nobody, connection=single_sign_on, handle=handle, browser=BROWSER)

    assert clock.now() - proved_at(signed.secret) >= dt.timedelta(hours=1)
