"""Finding the people whom a connection manages: by neutral conditions on known fields, in a stable order, by pages."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import F, FilteredRelation, Q, QuerySet

from keyhouse.domain.people.errors import NoSuchPerson
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.people.queries.people import managed_by


class Field(StrEnum):
    """The fields that can be asked for in SQL; the value is the column.

    ANY_EMAIL finds whoever has the address, and besides everybody who has others: those are looked at one by one.
    """

    ID = "id"
    EMAIL = "email_folded"
    NAME = "name_folded"
    EXTERNAL_ID = "external_id"
    ACTIVE = "active"
    MADE_AT = "made_at"
    CHANGED_AT = "changed_at"
    ANY_EMAIL = "any_email"


class Comparison(StrEnum):
    """How a field is compared; the value is the lookup."""

    IS = "exact"
    STARTS = "startswith"
    AFTER = "gt"
    FROM = "gte"
    BEFORE = "lt"
    UNTIL = "lte"


@dataclass(frozen=True, kw_only=True)
class Where:
    """One field compares with one value: folded text, a moment, an id or a boolean."""

    field: Field
    comparison: Comparison
    value: str | int | bool | dt.datetime


@dataclass(frozen=True, kw_only=True)
class Every:
    """All conditions hold."""

    parts: tuple["Where | Every | Some | Neither", ...]


@dataclass(frozen=True, kw_only=True)
class Some:
    """One condition holds."""

    parts: tuple["Where | Every | Some | Neither", ...]


@dataclass(frozen=True, kw_only=True)
class Neither:
    """The condition doesn't hold."""

    part: "Where | Every | Some"


Sought = Where | Every | Some | Neither


class FoundPerson(NamedTuple):
    """A person with all that is shown of her to her connection, in the order of the columns of a find."""

    id: int
    organization_id: int
    managed_by_id: int | None
    email: str
    state: str
    given_name: str
    family_name: str
    display_name: str
    job_title: str
    department: str
    division: str
    company: str
    cost_center: str
    location: str
    user_type: str
    phone: str
    employee_number: str
    locale: str
    time_zone: str
    start_date: dt.datetime | None
    term_date: dt.datetime | None
    sign_in_method: str
    scim: dict[str, Any]
    version: int
    made_at: dt.datetime
    changed_at: dt.datetime
    invited_at: dt.datetime | None
    activated_at: dt.datetime | None
    external_id: str | None


def _with_external_id(organization_id: int, connection_id: int) -> "QuerySet[Person]":
    mine = FilteredRelation("external_ids", condition=Q(external_ids__connection_id=connection_id))
    rows = managed_by(organization_id, connection_id).annotate(mine=mine)
    return rows.annotate(external_id=F("mine__value"))


def _gone(value: Any) -> Q:
    gone = Q(state=PersonState.DEACTIVATED)
    return ~gone if value else gone


SPECIAL: dict[Field, Callable[[Any], Q]] = {
    Field.ACTIVE: _gone,
    Field.EXTERNAL_ID: lambda value: Q(external_id=value, external_id__isnull=False),  # so that its contrary finds NULL
    Field.ANY_EMAIL: lambda value: Q(email_folded=value) | Q(scim__has_key="emails"),
}


def _condition(sought: Sought) -> Q:
    match sought:
        case Every(parts=parts):
            return Q(*(_condition(part) for part in parts))
        case Some(parts=parts):
            return Q(*(_condition(part) for part in parts), _connector=Q.OR)
        case Neither(part=part):
            return ~_condition(part)
    special = SPECIAL.get(sought.field)
    return special(sought.value) if special else Q(**{f"{sought.field}__{sought.comparison}": sought.value})


def find(organization_id: int, connection_id: int, sought: Sought | None = None) -> "QuerySet[Person]":
    """The people of a connection who meet a condition, in the order of their making, with their external ids."""
    rows = _with_external_id(organization_id, connection_id)
    return rows.filter(_condition(sought)) if sought is not None else rows


def count(rows: "QuerySet[Person]") -> int:
    """How many people were found."""
    return rows.count()


def page(rows: "QuerySet[Person]", start: int, size: int) -> list[FoundPerson]:
    """A page of the people found: `size` of them from the one at `start`, which counts from 0."""
    return found(rows[start : start + size])


def found(rows: "Iterable[Person]") -> list[FoundPerson]:
    """The same people as frozen rows."""
    return [seen(row, getattr(row, "external_id", None)) for row in rows]


def seen(person: Person, external_id: str | None) -> FoundPerson:
    """A person as her connection sees her, with what it calls her."""
    return FoundPerson._make([*(getattr(person, name) for name in FoundPerson._fields[:-1]), external_id or None])


def lock(organization_id: int, connection_id: int, identifier: int | None) -> tuple[Person, FoundPerson]:
    """The person of this id whom a connection manages, her row locked, and as the connection sees her.

    Raises NoSuchPerson.
    """
    rows = _with_external_id(organization_id, connection_id).select_for_update(of=("self",))
    person = rows.filter(id=identifier).first() if identifier else None
    if person is None:
        raise NoSuchPerson()
    return person, seen(person, getattr(person, "external_id", None))
