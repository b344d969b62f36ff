"""Resetting a second factor that was lost."""

import datetime as dt

import pytest

from keyhouse.domain.credentials import actions, queries
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import NeedsFreshSignIn
from tests.cast import SYSTEM_ADMIN_PERMISSIONS
from tests.domain.credentials.proofs import give_app
from tests.domain.recovery.signed_in import long_ago, signed_in


def test_an_administrator_resets_it(ada, cast):
    give_app(cast.ben)

    actions.reset_second_factor(by=ada, person=cast.ben)

    assert not queries.has_second_factor(cast.ben) and queries.recovery_codes_left(cast.ben) == 0


def test_nobody_else_does(ben, mallory, cast, untouched):
    give_app(cast.ben)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.reset_second_factor(by=stranger, person=cast.ben)


def test_a_sign_in_of_a_moment_ago_is_needed(cast, untouched):
    give_app(cast.ben)
    ada = signed_in(cast.ada, permissions=SYSTEM_ADMIN_PERMISSIONS)[0]
    ada = long_ago(ada, dt.timedelta(minutes=6))

    with pytest.raises(NeedsFreshSignIn), untouched():
        actions.reset_second_factor(by=ada, person=cast.ben)
