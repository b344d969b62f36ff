"""Turning one's own second factor on."""

import dataclasses
import datetime as dt

import pytest

from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.credentials import rules
from keyhouse.domain.credentials.errors import StrongerSignInNeeded, WrongCode
from keyhouse.domain.recovery import actions
from keyhouse.domain.sign_in import queries
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import NeedsFreshSignIn, Strength
from tests.cast import weaker
from tests.domain.credentials.proofs import code_of, give_app, give_password
from tests.domain.recovery.signed_in import long_ago, signed_in
from tests.domain.sign_in.walking import begin, password


def turn_on(by, person, code=None):
    secret, codes = rules.new_authenticator_secret(), rules.new_recovery_codes()
    code = code or code_of(secret)
    return actions.turn_on_second_factor(by=by, person=person, secret=secret, code=code, recovery_codes=codes)


def test_the_browser_gets_a_new_session_of_two_factors(finn, cast):
    """SESS-3: stepping up is a new identifier; the cookie of before is useless."""
    give_password(cast.finn)
    before = password(begin(cast.finn.email).secret).session
    here = queries.session(before)
    finn = dataclasses.replace(weaker(finn, Strength.PASSWORD), session_id=here.id, proved_at=here.proved_at)

    done = turn_on(finn, cast.finn)

    assert queries.session(before) is None
    assert queries.session(done.secret).strength == Strength.TWO_FACTORS and credentials.has_second_factor(cast.finn)


def test_a_wrong_code_turns_nothing_on(finn, cast, untouched):
    with pytest.raises(WrongCode), untouched():
        turn_on(finn, cast.finn, code="000000")


def test_the_present_app_is_replaced_only_with_its_help(finn, cast, untouched):
    """SESS-4: who signed in without the second factor does not replace it."""
    give_app(cast.finn)

    with pytest.raises(StrongerSignInNeeded), untouched():
        turn_on(weaker(finn, Strength.PASSWORD), cast.finn)


def test_a_browser_left_open_turns_nothing_on(cast, untouched):
    """SESS-4: an app of a stranger is no way to prove again who one is."""
    old = long_ago(signed_in(cast.finn, Strength.PASSWORD)[0], dt.timedelta(minutes=6))

    with pytest.raises(NeedsFreshSignIn), untouched():
        turn_on(old, cast.finn)


def test_nobody_turns_on_somebody_elses(ada, mallory, cast, untouched):
    for stranger in (ada, mallory):
        with pytest.raises(NotAllowed), untouched():
            turn_on(stranger, cast.finn)
