"""Changing the access of a person in a portfolio."""

import pytest

from keyhouse.domain.portfolios import actions, queries
from keyhouse.domain.portfolios.errors import LastFullControl, NotInPortfolio, TemporaryTooLong
from keyhouse.domain.portfolios.models import Access, Option
from keyhouse.domain.portfolios.rules import NewAccess
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed, NotFound
from tests.cast import make_member

FULL = NewAccess(level=Access.FULL)


def change(by, cast, person, access):
    return actions.change_access(by=by, portfolio=cast.spring_campaign, person_id=person.id, access=access)


def test_full_control_changes_level_and_options_of_others(ada, cast):
    change(ada, cast, cast.ben, NewAccess(level=Access.APPS, options=frozenset({Option.FINANCE_VIEW})))

    place = queries.place_of(cast.spring_campaign, cast.ben.id)
    assert (place.level, place.options) == ("apps", ["finance_view"])
    assert audit.events(cast.acme.id)[0].sentence == (
        "Ada changed the access of Ben in Spring campaign from Partial access – Basic"
        " to Partial access – Apps and integrations, Finance: view."
    )


def test_temporary_access_ends_at_the_end_of_its_day(ada, cast):
    place = change(ada, cast, cast.ben, NewAccess(temporary_days=3))

    assert (place.until.hour, place.until.minute) == (23, 59)


@pytest.mark.parametrize("days", [0, 2, 76])
def test_temporary_access_lasts_from_3_to_75_days(ada, cast, untouched, days):
    with pytest.raises(TemporaryTooLong), untouched():
        change(ada, cast, cast.ben, NewAccess(temporary_days=days))


@pytest.mark.parametrize("access", [NewAccess(), NewAccess(level=Access.FULL, temporary_days=30)])
def test_the_last_person_with_full_control_keeps_it_for_good(ada, cast, untouched, access):
    """AUTH-2: a portfolio never loses its last full control by a change of access."""
    with pytest.raises(LastFullControl), untouched():
        change(ada, cast, cast.ada, access)


def test_somebody_with_full_control_who_is_not_usable_does_not_count(ada, cast, untouched):
    """AUTH-2: a suspended or temporary second person is no reason to let the last one go."""
    make_member(cast.spring_campaign, cast.erin, "full")
    cast.erin.state = "suspended"
    cast.erin.save()

    with pytest.raises(LastFullControl), untouched():
        change(ada, cast, cast.ada, NewAccess())


def test_with_a_second_person_the_first_may_step_down(ada, cast):
    make_member(cast.spring_campaign, cast.erin, "full")

    change(ada, cast, cast.ada, NewAccess())

    assert queries.place_of(cast.spring_campaign, cast.ada.id).level == "basic"


def test_partial_access_changes_nobody(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        change(ben, cast, cast.ben, FULL)


def test_another_organization_changes_nobody(mallory, cast, untouched):
    """AUTH-1: Mallory's full control of nothing of Acme's."""
    with pytest.raises(NotAllowed), untouched():
        change(mallory, cast, cast.ben, FULL)


def test_whoever_has_left_is_not_changed(ada, cast, untouched):
    with pytest.raises(NotInPortfolio, match=r"\*\*\*\*\*"), untouched():
        change(ada, cast, cast.dana, FULL)


def test_whoever_was_never_there_is_not_found(ada, cast, untouched):
    with pytest.raises(NotFound), untouched():
        change(ada, cast, cast.mallory, FULL)
