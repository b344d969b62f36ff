"""How long a person who left can come back, and what a connection is told about her."""

import datetime as dt
from zoneinfo import ZoneInfo

from keyhouse.domain.deprovisioning.errors import AddressMoved, OnHold, TooLate
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, ActorKind

DAYS_TO_RETURN = 90


def why_not_back(person: Person, by: Actor) -> BrokenRule | None:
    """Why a deactivated account can't come back now, or None."""
    if person.hold and by.kind is ActorKind.CONNECTION:
        return OnHold(email=person.email)
    if person.has_email and not person.holds_address and person.was_activated:
        return AddressMoved(email=person.email)
    if person.deactivated_at and clock.now() - person.deactivated_at > dt.timedelta(days=DAYS_TO_RETURN):
        return TooLate(email=person.email, days=DAYS_TO_RETURN)
    return None


def is_over(last_day: dt.datetime | None, time_zone: str) -> bool:
    """Whether somebody's last day has ended where her organization is."""
    if last_day is None or last_day > clock.now():
        return False
    here = ZoneInfo(time_zone)
    return clock.now().astimezone(here).date() > last_day.astimezone(here).date()


def is_active_for_connection(person: Person) -> bool:
    """What a connection is told about `active`: a stop by an administrator or by the system isn't its business."""
    return person.state != PersonState.DEACTIVATED
