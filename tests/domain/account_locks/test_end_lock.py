"""Ending a lock is a step of what unlocks."""

import pytest

from keyhouse.domain.account_locks import actions
from keyhouse.domain.account_locks.errors import NotLocked
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.domain.account_locks.locking import lock


def test_nobody_takes_it_alone(ada, cast, untouched):
    lock(cast.ben)

    with pytest.raises(NotAllowed), untouched():
        actions.end_lock(by=ada, person=cast.ben)


def test_there_must_be_a_lock(ada, cast, untouched):
    with pytest.raises(NotLocked), untouched():
        actions.end_lock(by=ada.within(Permission.PERSON_STATE_CHANGE, cast.ben), person=cast.ben)
