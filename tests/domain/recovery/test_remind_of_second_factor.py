"""Reminding people to set a second factor up."""

import pytest

from keyhouse.domain.recovery import actions
from keyhouse.domain.recovery.errors import RemindedADayAgo
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.long_work.models import LongWork


def test_who_lacks_one_is_reminded_by_long_work_once_a_day(ada, cast):
    work = actions.remind_of_second_factor(by=ada)

    assert work.total > 0
    with pytest.raises(RemindedADayAgo):
        actions.remind_of_second_factor(by=ada)


def test_nobody_else_reminds(ben, mallory, cast, untouched):
    for stranger in (ben,):
        with pytest.raises(NotAllowed), untouched():
            actions.remind_of_second_factor(by=stranger)
    assert not LongWork.objects.of(cast.acme).exists()
