"""Proving again who one is, by password and second factor."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.credentials.errors import PasswordNotUsed, StrongerSignInNeeded, WrongCode, WrongPassword
from keyhouse.domain.recovery import actions
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.errors import SessionNotFound
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed, Refused
from keyhouse.foundation.permissions import Strength
from tests.domain.credentials.proofs import GOOD, code_of, give_app, give_password
from tests.domain.recovery.signed_in import long_ago, proved_at, signed_in
from tests.domain.sign_in.walking import switch_sign_on_on

HOUR = dt.timedelta(hours=1)


def prove(by, person, text=GOOD, code=""):
    proof = credentials.proof_of_password(person, text)
    return actions.prove_again(by=by, person=person, proof=proof, code=code)


def with_app(person):
    """The person with a password and an app, whose code of the next step is free."""
    give_password(person)
    secret, codes = give_app(person)
    return code_of(secret, 1), codes


def test_password_and_code_count_as_proof_from_now_on_and_the_session_keeps_its_end(cast):
    """SESS-3: the cookie of before opens nothing."""
    code, _codes = with_app(cast.ada)
    actor, before = signed_in(cast.ada)
    actor, end = long_ago(actor, HOUR), queries.sessions_of(cast.ada)[0].until

    done = prove(actor, cast.ada, code=code)

    assert clock.now() - proved_at(done.secret) < dt.timedelta(minutes=1) and queries.session(before) is None
    assert [one.until for one in queries.sessions_of(cast.ada)] == [end] == [done.until]


def test_a_recovery_code_stands_in_for_the_app(cast):
    _code, codes = with_app(cast.ada)
    actor, _secret = signed_in(cast.ada)

    assert queries.session(prove(actor, cast.ada, code=codes[0]).secret) is not None
    assert credentials.recovery_codes_left(cast.ada) == 9


@pytest.mark.parametrize(
    ("text", "with_code", "rule"),
    [("wrong", True, WrongPassword), (GOOD, False, WrongCode)],
    ids=["wrong_password", "no_code"],
)
def test_a_wrong_proof_is_counted_and_renews_nothing(cast, text, with_code, rule):
    """SESS-4: an open browser is no way to guess, and the password alone is not enough."""
    code, _codes = with_app(cast.ada)
    actor, secret = signed_in(cast.ada)
    moment = long_ago(actor, HOUR).proved_at

    refused = prove(actor, cast.ada, text, code if with_code else "")

    assert isinstance(refused, Refused) and isinstance(refused.rule, rule)
    assert credentials.tries_of(cast.ada).count == 1 and proved_at(secret) == moment


def test_nothing_weaker_than_the_sign_in_counts(cast, untouched):
    """SESS-4: who came by single sign-on does not go on by a password alone."""
    give_password(cast.finn)
    actor, _secret = signed_in(cast.finn, Strength.SINGLE_SIGN_ON)

    with pytest.raises(StrongerSignInNeeded), untouched():
        prove(actor, cast.finn)


def test_a_password_alone_is_enough_where_nothing_more_was_asked(cast):
    give_password(cast.finn)
    actor, _secret = signed_in(cast.finn, Strength.PASSWORD)

    assert queries.session(prove(actor, cast.finn).secret).strength == Strength.PASSWORD


def test_who_must_use_single_sign_on_proves_nothing_by_a_password(cast, untouched):
    """SESS-8: no local proof where single sign-on is enforced."""
    give_password(cast.ben)
    actor, _secret = signed_in(cast.ben, Strength.PASSWORD)
    switch_sign_on_on(cast)

    with pytest.raises(PasswordNotUsed), untouched():
        prove(actor, cast.ben)


def test_a_session_that_ended_is_not_renewed(cast):
    give_password(cast.finn)
    actor, _secret = signed_in(cast.finn, Strength.PASSWORD)

    with time_machine.travel(clock.now() + dt.timedelta(days=1)), pytest.raises(SessionNotFound):
        prove(actor, cast.finn)


def test_nobody_proves_for_somebody_else(ada, mallory, cast, untouched):
    give_password(cast.finn)

    for stranger in (ada, mallory):
        with pytest.raises(NotAllowed), untouched():
            prove(stranger, cast.finn)
