"""What happens to accounts on a day that was set for it."""

import datetime as dt
from zoneinfo import ZoneInfo

from keyhouse.domain.administration.errors import LastBreakGlass, LastSystemAdmin
from keyhouse.domain.deprovisioning.actions import deactivate_person
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import clock
from keyhouse.foundation.jobs import scheduled
from keyhouse.foundation.permissions import system_actor

GONE = (PersonState.DEACTIVATED, PersonState.DELETED)


@scheduled(every=dt.timedelta(minutes=30))
def deactivate_people_who_leave(*, organization_id: int | None) -> None:
    """Deactivate everybody whose last day is over in the time zone of her organization."""
    rows = Person.objects.everywhere(reason="the last day of people in every organization ends")
    leaving = rows.filter(term_date__lte=clock.now()).exclude(state__in=GONE).exclude(organization=None)
    for person in leaving.select_related("organization").order_by("id"):
        if is_over(person):
            _deactivate(person)


def is_over(person: Person) -> bool:
    """Whether the last day of a person has ended where her organization is."""
    if person.term_date is None or person.organization is None:
        return False
    here = ZoneInfo(person.organization.time_zone)
    return clock.now().astimezone(here).date() > person.term_date.astimezone(here).date()


def _deactivate(person: Person) -> None:
    try:
        deactivate_person(by=system_actor(person.organization_id), person=person, cause="last day")
    except (LastSystemAdmin, LastBreakGlass):
        return
