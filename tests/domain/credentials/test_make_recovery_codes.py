"""Making recovery codes."""

import pytest

from keyhouse.domain.credentials import actions, queries
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import visitor
from tests.domain.credentials.proofs import give_app


def test_new_codes_replace_the_old_ones(ada, cast):
    _secret, old = give_app(cast.ada)

    new = actions.make_recovery_codes(by=ada, person=cast.ada)

    assert not set(old) & set(new) and queries.recovery_codes_left(cast.ada) == 10
    assert actions.check_code(by=visitor(), person=cast.ada, code=old[0]) is not None
    assert actions.check_code(by=visitor(), person=cast.ada, code=new[0]) is None


def test_nobody_makes_them_for_somebody_else(ada, mallory, cast, untouched):
    for stranger in (ada, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.make_recovery_codes(by=stranger, person=cast.ben)
