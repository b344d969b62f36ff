"""A filter after it was read: small frozen conditions over known places."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from keyhouse.protocols.scim.attributes import Place

Literal = str | bool | int | float | datetime | None


class Op(StrEnum):
    """The comparisons of RFC 7644 table 3; `pr` is Present."""

    EQ = "eq"
    NE = "ne"
    CO = "co"
    SW = "sw"
    EW = "ew"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"


@dataclass(frozen=True, kw_only=True)
class Compare:
    """A place compares with a literal. `place` is None for an attribute that isn't known: it has no value."""

    place: Place | None
    op: Op
    value: Literal


@dataclass(frozen=True, kw_only=True)
class Present:
    """A place has a value."""

    place: Place | None


@dataclass(frozen=True, kw_only=True)
class Element:
    """One element of a multi-valued attribute meets the whole condition, whose places are its sub-attributes."""

    place: Place
    condition: "Condition"


@dataclass(frozen=True, kw_only=True)
class And:
    """All hold."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, kw_only=True)
class Or:
    """One holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, kw_only=True)
class Not:
    """It doesn't hold."""

    part: "Condition"


Condition = Compare | Present | Element | And | Or | Not
