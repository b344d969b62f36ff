"""A rule is applied: by a slice of people, once a day, and beside people who change in the same moment."""

import datetime as dt

import pytest

from keyhouse.domain.group_membership import actions, jobs, queries
from keyhouse.domain.groups.models import GroupRule
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.rules import Profile
from keyhouse.domain.profiles import actions as profiles
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import system_actor
from tests.domain.group_membership.people import make_dynamic, make_group, names_in, rule_of, work_on
from tests.racing import at_once

EVERYBODY = ("account_status", "is_not", "deactivated")
MIDNIGHT = dt.datetime(2026, 11, 25, 5, 0, tzinfo=dt.UTC)  # in New York


def settled(group, **slice):
    return actions.apply_rule(by=system_actor(group.organization_id), group=group, **slice)


def test_only_people_of_the_slice_move(cast):
    group = make_dynamic(cast.acme, "Everybody", EVERYBODY)

    settled(group, first=cast.erin.id, end=cast.erin.id + 1)

    assert names_in(group) == ["Erin"]


def test_applying_it_again_changes_nothing(cast, untouched):
    group = make_dynamic(cast.acme, "Everybody", EVERYBODY)
    settled(group, end=1 << 62)

    with untouched():
        assert settled(group, end=1 << 62) == settled(group, end=1 << 62)


def test_a_group_without_a_rule_stays_as_it_is(cast, untouched):
    group = make_group(cast.acme, "By hand", [cast.ben])

    with untouched():
        settled(group)


def test_a_rule_about_today_follows_the_calendar_of_the_organization(cast, time_machine):
    cast.acme.time_zone = "America/New_York"
    cast.acme.save()
    work_on(cast.ben, start_date=MIDNIGHT - dt.timedelta(hours=1))
    group = make_dynamic(cast.acme, "Started", ("start_date", "before", "today"))
    time_machine.move_to(MIDNIGHT - dt.timedelta(minutes=1))
    jobs.apply_rules_of_the_day(organization_id=None)
    assert names_in(group) == []
    assert queries.not_settled_today() == []

    time_machine.move_to(MIDNIGHT)
    jobs.apply_rules_of_the_day(organization_id=None)

    assert names_in(group) == ["Ben"]


def test_nobody_settles_without_the_permission(ben, mallory, cast, untouched):
    group = make_dynamic(cast.acme, "Everybody", EVERYBODY)

    for somebody in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.apply_rule(by=somebody, group=group)


@pytest.mark.parametrize("_time", range(3))
def test_a_rule_and_a_profile_that_change_at_once_agree_in_the_end(transactional_db, ada, cast, _time):
    """REL-4: whoever comes second sees the first."""
    group = make_dynamic(cast.acme, "Sales", ("department", "is", "Sales"))
    new = rule_of(("department", "is", "Bikes"))

    results = at_once(
        lambda: profiles.edit_details(by=ada, person=cast.ben, details={"department": "Bikes"}),
        lambda: actions.change_rule(by=ada, group=group, rule=new) and settled(group),
        lambda: lifecycle.add_person(
            by=ada, organization=cast.acme, email="kim@acme.example", profile=Profile(department="Bikes")
        ),
        lambda: settled(group),
    )

    assert not [one for one in results if isinstance(one, Exception)], results
    kim = Person.objects.of(cast.acme).get(email="kim@acme.example")
    assert names_in(group) == sorted([cast.ben.display_name, kim.display_name])
    assert GroupRule.objects.of(cast.acme).get(group=group).rule == new.as_json()
