"""An administrator's hold, and what the connection wanted meanwhile."""

import pytest

from keyhouse.domain.people import actions
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def test_hold_and_wish_are_kept(ada, cast):
    step = ada.within(Permission.PERSON_STATE_CHANGE, cast.ben)

    actions.set_hold(by=step, person=cast.ben, hold=True, remembered=True)

    cast.ben.refresh_from_db()
    assert (cast.ben.hold, cast.ben.remembered_active) == (True, True)


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.set_hold(by=ada, person=cast.ben, hold=True, remembered=None)
