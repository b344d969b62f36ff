"""Pages of a long list by the key of their rows: onward, back, from either end, and never by counting rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a page begins: beyond the row with this key (value and id), or at the end of the list if there is none.

    `backward` reads towards the beginning, so that a place without key that reads backward is the last page.
    """

    key: tuple[Any, ...] = ()
    backward: bool = False


@dataclass(frozen=True, kw_only=True)
class Order:
    """By what a list is sorted; rows of the same value go by id. Rows without a value come last when `descending`."""

    field: str = "id"
    descending: bool = False
    nullable: bool = False


@dataclass(frozen=True, kw_only=True)
class Cut(Generic[Row]):
    """The rows of one page, and whether there are others on either side."""

    rows: Sequence[Row]
    before: bool = False
    after: bool = False


def cut(rows: "QuerySet[Row]", order: Order, place: Place, size: int) -> Cut[Row]:
    """Read one page of `size` rows from a place of a list; the rows come without an order of their own."""
    down = order.descending is not place.backward
    found: list[Row] = []
    for part in _parts(rows, order, place, down):
        found += part[: size + 1 - len(found)]
        if len(found) > size:
            break
    more, found = len(found) > size, found[:size]
    if place.backward:
        return Cut(rows=found[::-1], before=more, after=bool(place.key))
    return Cut(rows=found, before=bool(place.key), after=more)


def _parts(rows: "QuerySet[Row]", order: Order, place: Place, down: bool) -> "list[QuerySet[Row]]":
    """The list from the place on, cut where values end and rows without a value begin: each part walks an index."""
    sign = "-" if down else ""
    if order.field == "id":
        return [rows.filter(_beyond_id(place, down)).order_by(f"{sign}id")]
    with_value = rows.order_by(f"{sign}{order.field}", f"{sign}id")
    if not order.nullable:
        return [with_value.filter(_beyond(order.field, place, down))]
    without = rows.filter(**{f"{order.field}__isnull": True}).order_by(f"{sign}id")
    with_value = with_value.filter(**{f"{order.field}__isnull": False})
    if place.key and place.key[0] is None:
        rest = without.filter(_beyond_id(place, down))
        return [rest] if down else [rest, with_value]
    with_value = with_value.filter(_beyond(order.field, place, down))
    if place.key:
        return [with_value, without] if down else [with_value]
    return [with_value, without] if down else [without, with_value]


def _beyond(field: str, place: Place, down: bool) -> Q:
    """Rows beyond a key; the first condition alone is what an index can begin at."""
    if not place.key:
        return Q()
    value, identifier = place.key
    side = "lt" if down else "gt"
    beyond = Q(**{f"{field}__{side}": value}) | Q(**{f"id__{side}": identifier})
    return Q(**{f"{field}__{side}e": value}) & beyond


def _beyond_id(place: Place, down: bool) -> Q:
    return Q(**{"id__lt" if down else "id__gt": place.key[-1]}) if place.key else Q()
