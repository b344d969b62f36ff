"""Changing one's own password."""

import dataclasses

import pytest

from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.credentials import rules
from keyhouse.domain.credentials.errors import PasswordNotUsed, WrongPassword
from keyhouse.domain.recovery import actions
from keyhouse.domain.sign_in import queries
from keyhouse.foundation.errors import NotAllowed, Refused
from tests.domain.credentials.proofs import GOOD, give_password, try_password
from tests.domain.sign_in.walking import begin, password, switch_sign_on_on

NEW = "Quiet harbor 19 waits"


def change(by, person, old=GOOD, new=NEW):
    proof = credentials.proof_of_password(person, old)
    return actions.change_password(by=by, person=person, proof=proof, password=rules.new_password(new))


def test_the_new_password_counts_and_only_this_browser_stays_signed_in(finn, cast):
    give_password(cast.finn)
    here, elsewhere = (password(begin(cast.finn.email).secret).session for _ in range(2))
    finn = dataclasses.replace(finn, session_id=queries.session(here).id)

    done = change(finn, cast.finn)

    assert try_password(cast.finn, NEW) is None and try_password(cast.finn) is not None
    assert queries.session(done.secret) is not None
    assert queries.session(here) is None and queries.session(elsewhere) is None


def test_a_wrong_present_password_changes_nothing_and_is_counted(finn, cast):
    """SESS-4: an open browser is no way to guess."""
    give_password(cast.finn)

    refused = change(finn, cast.finn, old="wrong")

    assert isinstance(refused, Refused) and isinstance(refused.rule, WrongPassword)
    assert credentials.tries_of(cast.finn).count == 1 and try_password(cast.finn) is None


def test_people_who_must_use_single_sign_on_change_none(ben, cast, untouched):
    """SESS-8: nobody sets a password where single sign-on is enforced."""
    give_password(cast.ben)
    switch_sign_on_on(cast)

    with pytest.raises(PasswordNotUsed), untouched():
        change(ben, cast.ben)


def test_nobody_changes_somebody_elses(ada, mallory, cast, untouched):
    give_password(cast.ben)

    for stranger in (ada, mallory):
        with pytest.raises(NotAllowed), untouched():
            change(stranger, cast.ben)
