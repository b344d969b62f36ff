"""Accounts end by themselves after their last day."""

import datetime as dt

from keyhouse.domain.deprovisioning import jobs
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock


def state_of(person):
    return Person.objects.everywhere(reason="test").get(id=person.id).state


def leaves(person, days):
    rows = Person.objects.of(person.organization_id)
    rows.filter(id=person.id).update(term_date=clock.now() + dt.timedelta(days=days))


def test_a_person_whose_last_day_is_over_is_deactivated(cast):
    leaves(cast.ben, -2)
    leaves(cast.erin, +2)

    jobs.deactivate_people_who_leave(organization_id=None)

    assert (state_of(cast.ben), state_of(cast.erin)) == ("deactivated", "active")


def test_the_last_administrator_stays_and_holds_nobody_else_up(cast):
    leaves(cast.mallory, -2)
    leaves(cast.ben, -2)

    jobs.deactivate_people_who_leave(organization_id=None)

    assert (state_of(cast.mallory), state_of(cast.ben)) == ("active", "deactivated")
