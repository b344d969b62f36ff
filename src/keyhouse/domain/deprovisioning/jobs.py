"""What happens to accounts on a day that was set for it."""

import datetime as dt

from keyhouse.domain.administration.errors import LastBreakGlass, LastSystemAdmin
from keyhouse.domain.deprovisioning import rules
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
        if person.organization is not None and rules.is_over(person.term_date, person.organization.time_zone):
            _deactivate(person)


def _deactivate(person: Person) -> None:
    try:
        deactivate_person(by=system_actor(person.organization_id), person=person, cause="last day")
    except (LastSystemAdmin, LastBreakGlass):
        return
