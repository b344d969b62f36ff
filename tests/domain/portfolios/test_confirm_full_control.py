"""Giving full control back to a person who returned."""

import pytest

from keyhouse.domain.portfolios import actions, queries
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def test_what_waited_is_given_back(okta, ada, cast):
    step = okta.within(Permission.MEMBERSHIPS_CHANGE, cast.erin)
    actions.deactivate_memberships(by=step, person=cast.erin)
    actions.restore_memberships(by=step, person=cast.erin)

    actions.confirm_full_control(by=ada.within(Permission.MEMBERSHIPS_CHANGE, cast.erin), person=cast.erin)

    place = queries.place_of(cast.press, cast.erin.id)
    assert (place.level, place.returns_to) == ("full", "")


def test_where_nothing_waits_nothing_changes(ada, cast, untouched):
    with untouched():
        step = ada.within(Permission.MEMBERSHIPS_CHANGE, cast.ben)
        assert actions.confirm_full_control(by=step, person=cast.ben) == []


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.confirm_full_control(by=ada, person=cast.ben)
