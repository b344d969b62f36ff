"""Resetting a second factor that was lost."""

import pytest

from keyhouse.domain.credentials import actions, queries
from keyhouse.foundation.errors import NotAllowed
from tests.domain.credentials.proofs import give_app


def test_an_administrator_resets_it(ada, cast):
    give_app(cast.ben)

    actions.reset_second_factor(by=ada, person=cast.ben)

    assert not queries.has_second_factor(cast.ben) and queries.recovery_codes_left(cast.ben) == 0


def test_nobody_else_does(ben, mallory, cast, untouched):
    give_app(cast.ben)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.reset_second_factor(by=stranger, person=cast.ben)
