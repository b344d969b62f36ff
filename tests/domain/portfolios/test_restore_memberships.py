"""Letting a person's places count again when she comes back."""

import datetime as dt

import pytest

from keyhouse.domain.portfolios import actions, queries
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def deactivated(by, person):
    actions.deactivate_memberships(by=by.within(Permission.MEMBERSHIPS_CHANGE, person), person=person)


def restore(by, person):
    return actions.restore_memberships(by=by.within(Permission.MEMBERSHIPS_CHANGE, person), person=person)


def test_partial_access_comes_back_as_it_was(okta, cast):
    deactivated(okta, cast.ben)

    assert restore(okta, cast.ben) == ["Spring campaign"]
    assert queries.place_of(cast.spring_campaign, cast.ben.id).level == "basic"


def test_full_control_waits_until_it_is_confirmed(okta, cast):
    deactivated(okta, cast.erin)

    restore(okta, cast.erin)

    place = queries.place_of(cast.press, cast.erin.id)
    assert (place.level, place.returns_to) == ("basic", "full")


def test_a_temporary_place_whose_end_has_passed_stays_ended(okta, cast):
    place = queries.membership(cast.spring_campaign, cast.ben.id)
    place.until = clock.now() - dt.timedelta(minutes=1)
    place.save()
    deactivated(okta, cast.ben)

    assert restore(okta, cast.ben) == []
    assert queries.membership(cast.spring_campaign, cast.ben.id).state == "removed"


def test_what_was_removed_meanwhile_does_not_come_back(okta, ada, cast):
    deactivated(okta, cast.ben)
    actions.remove_membership(by=ada, portfolio=cast.spring_campaign, person_id=cast.ben.id)

    assert restore(okta, cast.ben) == []


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.restore_memberships(by=ada, person=cast.dana)
