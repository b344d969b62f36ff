"""Setting a password."""

import pytest

from keyhouse.domain.credentials import actions, queries, rules
from keyhouse.domain.credentials.errors import PasswordTooCommon, PasswordTooLong, PasswordTooShort
from keyhouse.domain.credentials.models import Password
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.domain.credentials.proofs import GOOD, give_password, try_password


def test_a_process_sets_the_password_of_the_person_it_is_for(ada, cast):
    step = ada.within(Permission.CREDENTIALS_CHANGE, cast.ada)

    actions.set_password(by=step, person=cast.ada, password=rules.new_password(GOOD))

    assert queries.has_password(cast.ada) and try_password(cast.ada) is None


def test_a_new_password_takes_the_place_of_the_old_one(cast):
    give_password(cast.ada, "Quiet harbor 19 waits")

    give_password(cast.ada, GOOD)

    assert try_password(cast.ada, "Quiet harbor 19 waits") is not None and try_password(cast.ada) is None


def test_a_personal_login_has_a_password_too(finn, cast):
    step = finn.within(Permission.CREDENTIALS_CHANGE, cast.finn)

    actions.set_password(by=step, person=cast.finn, password=rules.new_password(GOOD))

    assert try_password(cast.finn) is None


def test_a_password_is_kept_as_an_argon2id_hash_alone(cast):
    give_password(cast.ada)

    row = Password.objects.of(cast.acme).get(person=cast.ada)

    assert row.hash.startswith("$argon2id$") and GOOD not in row.hash


def test_nobody_sets_a_password_outside_of_a_process_her_own_neither(ada, ben, mallory, cast, untouched):
    """SESS-7: the processes know whether the organization wants passwords; the step alone is closed."""
    password, step = rules.new_password(GOOD), ada.within(Permission.CREDENTIALS_CHANGE, cast.ada)

    for stranger in (ada, ben, mallory, step):
        with pytest.raises(NotAllowed), untouched():
            actions.set_password(by=stranger, person=cast.ben, password=password)


@pytest.mark.parametrize("text", ["Ab1!", "short-Ab1"[:7], "alllowercase", "NoDigitsHere!"])
def test_a_short_password_needs_four_kinds_of_characters(text):
    with pytest.raises(PasswordTooShort):
        rules.check_password(text)


@pytest.mark.parametrize("text", ["kX9#pQ2z", "seven quiet herons wade"])
def test_eight_of_four_kinds_or_fourteen_of_any_are_enough(text):
    rules.check_password(text)


@pytest.mark.parametrize("text", ["Password1!", "Qwerty123!", "aaaaaaaaaaaaaaaa", "Iloveyou1!", "Ada@acme.example1"])
def test_a_password_that_is_guessed_first_is_refused(text):
    with pytest.raises(PasswordTooCommon):
        rules.check_password(text, about=["ada@acme.example", "Ada"])


def test_an_endless_password_is_refused_before_it_is_hashed():
    with pytest.raises(PasswordTooLong):
        rules.check_password("kX9#pQ2z" * 1000)
