"""Setting up an authenticator app."""

import pytest

from keyhouse.domain.credentials import actions, queries, rules
from keyhouse.domain.credentials.errors import StrongerSignInNeeded, WrongCode
from keyhouse.domain.credentials.models import Authenticator, RecoveryCode
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Strength
from tests.cast import weaker
from tests.domain.credentials.proofs import code_of, give_app


def test_an_app_that_shows_the_right_code_is_kept_with_ten_recovery_codes(ada, cast):
    secret = rules.new_authenticator_secret()

    codes = actions.set_up_authenticator(by=ada, person=cast.ada, secret=secret, code=code_of(secret))

    assert queries.has_second_factor(cast.ada) and len(set(codes)) == 10
    assert queries.recovery_codes_left(cast.ada) == 10


def test_secret_and_recovery_codes_stand_nowhere_in_plain(cast):
    secret, codes = give_app(cast.ada)

    kept = Authenticator.objects.of(cast.acme).get().secret_encrypted
    hashes = list(RecoveryCode.objects.of(cast.acme).values_list("hash", flat=True))

    assert secret not in kept and not set(codes) & set(hashes) and all(len(one) == 64 for one in hashes)


def test_a_wrong_code_keeps_nothing(ada, cast, untouched):
    secret = rules.new_authenticator_secret()

    with pytest.raises(WrongCode), untouched():
        actions.set_up_authenticator(by=ada, person=cast.ada, secret=secret, code=code_of(secret, 5))


def test_an_app_is_replaced_only_after_a_sign_in_with_the_present_one(ada, cast, untouched):
    """SESS-4: a password alone does not step up to a new second factor."""
    give_app(cast.ada)
    secret = rules.new_authenticator_secret()

    with pytest.raises(StrongerSignInNeeded), untouched():
        actions.set_up_authenticator(
            by=weaker(ada, Strength.PASSWORD), person=cast.ada, secret=secret, code=code_of(secret)
        )

    actions.set_up_authenticator(by=ada, person=cast.ada, secret=secret, code=code_of(secret))


def test_nobody_sets_it_up_for_somebody_else(ada, mallory, cast, untouched):
    secret = rules.new_authenticator_secret()

    for stranger in (ada, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.set_up_authenticator(by=stranger, person=cast.ben, secret=secret, code=code_of(secret))
