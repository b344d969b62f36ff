"""The people whom a filter shows: a page of them, how many they are, and all of them one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from keyhouse.domain.directory.queries.filtering import Condition, conditions
from keyhouse.domain.directory.rules import Filter
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import Person
from keyhouse.foundation.keyset import Cut, Order, Place, cut
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

SORTS = {
    "name": Order(field="name_folded"),
    "email": Order(field="email_folded"),
    "status": Order(field="state"),
    "job_title": Order(field="job_title"),
    "department": Order(field="department"),
    "last_active": Order(field="last_active_at", nullable=True),
    "added": Order(field="id"),
}
FEW = 1000
BATCH = 1000


@dataclass(frozen=True, kw_only=True)
class Found:
    """A page of the people whom a filter shows, and how many it shows; `number` is a floor where it is not exact."""

    cut: Cut[Person]
    number: int
    is_exact: bool = True


def page(by: Actor, wanted: Filter, order: Order, place: Place, size: int) -> Found:
    """One page of the people of the actor's organization whom a filter shows. Raises NotAllowed.

    Few people are gathered and sorted; where there are many, the list is walked in its order until the page is full.
    """
    organization_id = _organization_of(by)
    parts = conditions(organization_id, wanted)
    few = None if wanted.is_everybody else _few(organization_id, parts)
    rows = _rows(organization_id).select_related("managed_by")
    if few is not None:
        return Found(cut=cut(rows.filter(id__in=few), order, place, size), number=len(few))
    found = cut(rows.filter(*(one.tests for one in parts)), order, place, size)
    number = _number_kept(organization_id, wanted)
    return Found(cut=found, number=FEW if number is None else number, is_exact=number is not None)


def matching(by: Actor, wanted: Filter, *, after: int = 0) -> Iterator[int]:
    """The ids of everybody whom a filter shows, by id after this one, read page by page. Raises NotAllowed."""
    organization_id = _organization_of(by)
    rows = _led(organization_id, conditions(organization_id, wanted)).order_by("id").values_list("id", flat=True)
    last = after
    while found := list(rows.filter(id__gt=last)[:BATCH]):
        yield from found
        last = found[-1]


def number_of(by: Actor, wanted: Filter, *, most: int) -> int:
    """How many people a filter shows, counted up to `most`. Raises NotAllowed."""
    organization_id = _organization_of(by)
    return _led(organization_id, conditions(organization_id, wanted))[:most].count()


def _organization_of(by: Actor) -> int:
    authorize(by, Permission.PEOPLE_VIEW, on=facts_of(by.organization_id))
    return by.organization_id or 0


def _rows(organization_id: int) -> "QuerySet[Person]":
    found: QuerySet[Person] = Person.objects.of(organization_id)
    return found


def _led(organization_id: int, parts: Sequence[Condition]) -> "QuerySet[Person]":
    """The people who meet the conditions, found by the one that an index answers best."""
    leader = next((one for one in parts if one.leads is not None), None)
    rest = [one.tests for one in parts if one is not leader]
    return _rows(organization_id).filter(*([leader.leads] if leader else []), *rest)


def _few(organization_id: int, parts: Sequence[Condition]) -> list[int] | None:
    """The ids of all who meet the conditions, or None where they are many."""
    found = list(_led(organization_id, parts).order_by().values_list("id", flat=True)[: FEW + 1])
    return found if len(found) <= FEW else None


def _number_kept(organization_id: int, wanted: Filter) -> int | None:
    """The number of people where it was counted before: of everybody, and of each state."""
    if wanted not in (Filter(), Filter(states=wanted.states)):
        return None
    numbers = people.numbers_by_state(organization_id)
    return sum(number for state, number in numbers.items() if not wanted.states or state in wanted.states)
