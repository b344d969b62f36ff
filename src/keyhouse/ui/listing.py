"""Long lists: what the address asks of a table (search, filters, order, columns, page), and the addresses around it."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.http import HttpRequest, QueryDict

from keyhouse.foundation.keyset import Cut, Order, Place
from keyhouse.ui.tools import Text

SALT = "keyhouse.ui.listing"
PLACES = ("after", "before", "end")
LONGEST = 200


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: `sorts` says that the list can be sorted by it, `usual` that it is shown until columns are chosen."""

    key: str
    label: Text
    sorts: bool = False
    usual: bool = True
    number: bool = False


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A filter: its word in the address, its label, and its values with their labels; of several one is enough."""

    key: str
    label: Text
    options: Sequence[tuple[str, Text]] = ()


@dataclass(frozen=True, kw_only=True)
class Chip:
    """A filter that is on: what it says, and the address of the list without it."""

    label: Text
    value: Text
    without: str


@dataclass(frozen=True, kw_only=True)
class Head:
    """The head of a column: its label, the address that sorts by it, and in which direction the list goes now."""

    column: Column
    address: str = ""
    direction: str = ""


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The addresses of the pages around the one that is open; an empty one isn't there."""

    first: str = ""
    previous: str = ""
    next: str = ""
    last: str = ""


@dataclass
class Listing:
    """What the address asks of a list. `sort` is the usual order; `kept` the columns that the person chose before."""

    request: HttpRequest
    columns: Sequence[Column]
    choices: Sequence[Choice] = ()
    sort: str = ""
    kept: Sequence[str] = ()
    chosen: dict[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Read the filters; a value that is none of a filter's is left out."""
        self.chosen = {}
        for one in self.choices:
            known = {value for value, _label in one.options}
            values = tuple(value for value in dict.fromkeys(self._get.getlist(one.key)) if value in known)
            if values:
                self.chosen[one.key] = values

    @property
    def _get(self) -> QueryDict:
        return self.request.GET

    @property
    def q(self) -> str:
        """What is searched for."""
        return self._get.get("q", "").strip()[:LONGEST]

    @property
    def sorted_by(self) -> str:
        """The key of the column that the list is sorted by."""
        wanted = self._get.get("sort", "").removeprefix("-")
        return wanted if any(one.key == wanted and one.sorts for one in self.columns) else self.sort.removeprefix("-")

    @property
    def descending(self) -> bool:
        """Whether the list goes from the last to the first."""
        wanted = self._get.get("sort", "")
        known = wanted.removeprefix("-") == self.sorted_by
        return (wanted if known else self.sort).startswith("-")

    def order(self, orders: dict[str, Order]) -> Order:
        """The order of the rows, from the orders that the query knows by the keys of columns."""
        usual = orders[self.sorted_by]
        return Order(field=usual.field, descending=self.descending, nullable=usual.nullable)

    @property
    def shown(self) -> list[Column]:
        """The columns that are shown: those of the address, else those that were chosen, else the usual ones."""
        wanted = [one for one in self._get.get("columns", "").split(",") if one] or list(self.kept)
        known = [one for one in self.columns if one.key in wanted]
        return known or [one for one in self.columns if one.usual]

    def shows(self, key: str) -> bool:
        """Whether a column is shown."""
        return any(one.key == key for one in self.shown)

    @property
    def heads(self) -> list[Head]:
        """The heads of the columns that are shown."""
        return [self._head(one) for one in self.shown]

    def head(self, key: str) -> Head:
        """The head of one column."""
        return self._head(next(one for one in self.columns if one.key == key))

    def _head(self, column: Column) -> Head:
        if not column.sorts:
            return Head(column=column)
        here = column.key == self.sorted_by
        turned = f"-{column.key}" if here and not self.descending else column.key
        direction = ("descending" if self.descending else "ascending") if here else ""
        return Head(column=column, address=self.address(sort=turned), direction=direction)

    @property
    def chips(self) -> list[Chip]:
        """The filters that are on, each with the address of the list without it."""
        found = []
        for one in self.choices:
            labels = dict(one.options)
            for value in self.chosen.get(one.key, ()):
                rest = [other for other in self.chosen[one.key] if other != value]
                found.append(Chip(label=one.label, value=labels[value], without=self.address(**{one.key: rest})))
        return found

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is searched or filtered."""
        return bool(self.q or self.chosen)

    @property
    def kept_in_form(self) -> list[tuple[str, str]]:
        """What a new search keeps of the address, as pairs for hidden fields."""
        return [(name, value) for name, values in self._get.lists() if name not in (*PLACES, "q") for value in values]

    @property
    def query(self) -> str:
        """The address of the list as it is filtered and sorted, from its first page on; without the question mark."""
        return self.address().removeprefix("?")

    def address(self, **changes: object) -> str:
        """The address of the list's first page with some words changed: a text, several, or nothing at all."""
        query = self._get.copy()
        for name in PLACES:
            query.pop(name, None)
        for name, value in changes.items():
            values = [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)] if value else []
            query.pop(name, None)
            if values:
                query.setlist(name, values)
        return f"?{query.urlencode()}" if query else self.request.path

    @property
    def place(self) -> Place:
        """Where the page begins; a place that was altered, or belongs to another list or order, is the beginning."""
        if self._get.get("end"):
            return Place(backward=True)
        for name in ("after", "before"):
            key = self._read(self._get.get(name, ""))
            if key is not None:
                return Place(key=key, backward=name == "before")
        return Place()

    def pages(self, cut: Cut[Any], key: Callable[[Any], Sequence[Any]]) -> Pages:
        """The addresses around a page; `key` gives the value that a row is sorted by, and its id."""
        if not cut.rows:
            return Pages(first=self.address() if self._get.keys() & set(PLACES) else "")
        first, last = self._write(key(cut.rows[0])), self._write(key(cut.rows[-1]))
        return Pages(
            first=self.address() if cut.before else "",
            previous=self.address(before=first) if cut.before else "",
            next=self.address(after=last) if cut.after else "",
            last=self.address(end="1") if cut.after else "",
        )

    def _write(self, key: Sequence[Any]) -> str:
        plain = [one.isoformat() if isinstance(one, dt.datetime) else one for one in key]
        return signing.dumps([self.sorted_by, *plain], salt=self._salt())

    def _read(self, text: str) -> tuple[Any, ...] | None:
        try:
            found = signing.loads(text, salt=self._salt()) if text else None
        except signing.BadSignature:
            return None
        if not isinstance(found, list) or len(found) != 3 or found[0] != self.sorted_by:
            return None
        return tuple(found[1:])

    def _salt(self) -> str:
        organization = getattr(getattr(self.request, "actor", None), "organization_id", None)
        return f"{SALT}:{organization}:{self.request.path}"
