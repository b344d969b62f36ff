"""A place in a portfolio between what a person has by herself and what presets give her."""

import datetime as dt

import pytest

from keyhouse.domain.portfolios import actions
from keyhouse.domain.portfolios.errors import PlaceFromPreset
from keyhouse.domain.portfolios.models import Access, Membership, Portfolio
from keyhouse.domain.portfolios.rules import Given, NewAccess
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission

NEVER = None


def given(level="basic", until=NEVER, preset_id=7):
    return Given(level=Access(level), until=until, preset_id=preset_id)


def follow(by, portfolio, person, what):
    step = by.within(Permission.MEMBERSHIPS_CHANGE, person)
    return actions.follow_presets(by=step, portfolio=portfolio, person=person, given=what)


def place(portfolio, person):
    return Membership.objects.of(portfolio.organization_id).get(portfolio=portfolio, person=person)


def test_a_place_begins_and_ends_with_the_preset(ada, cast, press):
    assert follow(ada, press, cast.ben, given("apps"))
    assert (place(press, cast.ben).level, place(press, cast.ben).source) == ("apps", "preset")
    assert audit.events(cast.acme.id)[0].sentence == (
        "Ben is in Press now, with Partial access – Apps and integrations."
    )

    assert follow(ada, press, cast.ben, None)
    assert (place(press, cast.ben).state, place(press, cast.ben).given_level) == ("removed", "")
    assert audit.events(cast.acme.id)[0].sentence == "Ada removed Ben from Press."


def test_more_than_her_own_counts_and_her_own_returns_after_it(ada, cast, spring_campaign):
    Membership.objects.of(cast.acme).filter(person=cast.ben).update(options=["finance_view"])

    follow(ada, spring_campaign, cast.ben, given("full"))
    raised = place(spring_campaign, cast.ben)
    assert (raised.level, raised.source, raised.options) == ("full", "preset", ["finance_view"])

    follow(ada, spring_campaign, cast.ben, None)
    again = place(spring_campaign, cast.ben)
    assert (again.level, again.source, again.options, again.own) == ("basic", "direct", ["finance_view"], None)


def test_no_more_than_her_own_changes_nothing_that_counts(ada, cast, press):
    assert not follow(ada, press, cast.ada, given("basic"))
    assert (place(press, cast.ada).level, place(press, cast.ada).source) == ("full", "direct")

    assert not follow(ada, press, cast.ada, None)
    assert (place(press, cast.ada).level, place(press, cast.ada).preset_id) == ("full", None)


def test_the_same_level_for_longer_counts(ada, cast, spring_campaign):
    soon = clock.now() + dt.timedelta(days=5)
    Membership.objects.of(cast.acme).filter(person=cast.ben).update(until=soon)

    follow(ada, spring_campaign, cast.ben, given("basic"))
    assert place(spring_campaign, cast.ben).until is None

    follow(ada, spring_campaign, cast.ben, None)
    assert place(spring_campaign, cast.ben).until == soon


def test_her_own_that_ended_meanwhile_does_not_return(ada, cast, spring_campaign):
    Membership.objects.of(cast.acme).filter(person=cast.ben).update(until=clock.now() + dt.timedelta(milliseconds=1))
    follow(ada, spring_campaign, cast.ben, given("full"))
    row = place(spring_campaign, cast.ben)
    row.own = {**row.own, "until": (clock.now() - dt.timedelta(days=1)).isoformat()} if row.own else None
    row.save()

    follow(ada, spring_campaign, cast.ben, None)

    assert place(spring_campaign, cast.ben).state == "removed"


def test_what_a_preset_gives_is_neither_removed_nor_lowered_in_place(ada, cast, spring_campaign, untouched):
    follow(ada, spring_campaign, cast.erin, given("apps"))

    for level in ("basic", "apps"):
        with pytest.raises(PlaceFromPreset, match="through a people preset"), untouched():
            actions.change_access(
                by=ada, portfolio=spring_campaign, person_id=cast.erin.id, access=NewAccess(level=Access(level))
            )
    with pytest.raises(PlaceFromPreset), untouched():
        actions.remove_membership(by=ada, portfolio=spring_campaign, person_id=cast.erin.id)


def test_more_is_given_in_place_and_stays_when_the_preset_goes(ada, cast, spring_campaign):
    follow(ada, spring_campaign, cast.erin, given("apps"))
    actions.change_access(
        by=ada, portfolio=spring_campaign, person_id=cast.erin.id, access=NewAccess(level=Access.FULL)
    )
    assert place(spring_campaign, cast.erin).source == "direct"

    follow(ada, spring_campaign, cast.erin, None)

    assert place(spring_campaign, cast.erin).level == "full"


def test_a_portfolio_without_full_control_is_flagged_and_one_with_it_no_more(ada, cast, press):
    Membership.objects.of(cast.acme).filter(portfolio=press).delete()
    follow(ada, press, cast.ben, given("full"))

    follow(ada, press, cast.ben, None)
    assert Portfolio.objects.of(cast.acme).get(id=press.id).needs_full_control

    follow(ada, press, cast.ben, given("full"))
    assert not Portfolio.objects.of(cast.acme).get(id=press.id).needs_full_control


def test_full_control_that_waits_after_a_return_goes_on_waiting(ada, cast, press):
    follow(ada, press, cast.ben, given("full"))
    Membership.objects.of(cast.acme).filter(portfolio=press, person=cast.ben).update(level="basic", returns_to="full")

    follow(ada, press, cast.ben, given("full", preset_id=8))

    assert (place(press, cast.ben).level, place(press, cast.ben).returns_to) == ("basic", "full")


def test_the_place_of_somebody_who_left_follows_without_counting(ada, cast, spring_campaign):
    follow(ada, spring_campaign, cast.dana, given("full"))
    assert (place(spring_campaign, cast.dana).state, place(spring_campaign, cast.dana).level) == ("deactivated", "full")

    follow(ada, spring_campaign, cast.dana, None)
    assert (place(spring_campaign, cast.dana).state, place(spring_campaign, cast.dana).level) == (
        "deactivated",
        "basic",
    )


def test_nobody_does_it_outside_of_a_process(ada, cast, press, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.follow_presets(by=ada, portfolio=press, person=cast.ben, given=given())
