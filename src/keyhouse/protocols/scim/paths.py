"""Reads the path of a PATCH operation: an attribute, a sub-attribute, or elements chosen by a filter in brackets."""

from dataclasses import dataclass

from keyhouse.protocols.scim import tokens
from keyhouse.protocols.scim.attributes import Attribute, Kind, Place, ResourceType
from keyhouse.protocols.scim.conditions import And, Compare, Condition, Op
from keyhouse.protocols.scim.errors import InvalidFilter, InvalidPath, TooMany
from keyhouse.protocols.scim.filters import MAX_BYTES, read_element_filter
from keyhouse.protocols.scim.tokens import Token


@dataclass(frozen=True, kw_only=True)
class Path:
    """What an operation works on: a place, and the condition that chooses among its elements."""

    place: Place
    condition: Condition | None = None


def read_path(source: str, of: ResourceType) -> Path | None:
    """Read a path of RFC 7644 figure 7; None when it names no known attribute. Raises InvalidPath."""
    if len(source) > MAX_BYTES:
        raise InvalidPath(f"The path is longer than {MAX_BYTES} characters.")
    try:
        words = tokens.split(source)
        return _read(words, of)
    except (InvalidFilter, TooMany) as error:
        raise InvalidPath(f"The path can't be read: {error.detail}") from None


def _read(words: list[Token], of: ResourceType) -> Path | None:
    if not words or not tokens.is_name(words[0]):
        raise InvalidPath("The path names no attribute.")
    place = of.find(words[0].written)
    if len(words) == 1:
        return Path(place=place) if place else None
    inner, tail = _brackets(words)
    if place is None or place.attribute is None:
        return None
    condition = read_element_filter(inner, place)
    if place.attribute.kind is not Kind.COMPLEX or place.sub:
        raise InvalidPath(f"{words[0].written} has no elements to choose from.")
    return _with_tail(place, place.attribute, condition, tail)


def _brackets(words: list[Token]) -> tuple[list[Token], str]:
    tail = words[-1].written[1:] if words[-1].written.startswith(".") and not words[-1].quoted else ""
    inner = words[1:-1] if tail else words[1:]
    if len(inner) < 3 or inner[0].folded != "[" or inner[-1].folded != "]":
        raise InvalidPath("The path needs a filter in brackets after the attribute.")
    return inner[1:-1], tail


def _with_tail(place: Place, attribute: Attribute, condition: Condition, tail: str) -> Path | None:
    if not tail:
        return Path(place=place, condition=condition)
    sub = attribute.by_name.get(tail.casefold())
    return Path(place=Place(schema=place.schema, attribute=attribute, sub=sub), condition=condition) if sub else None


def values_named_by(condition: Condition | None) -> dict[str, object]:
    """Answer the values that a condition asks for by `eq`, with which an absent element is made (`type: work`)."""
    match condition:
        case Compare(place=Place(sub=Attribute(name=name)), op=Op.EQ, value=value) if value is not None:
            return {name: value}
        case And(parts=parts):
            return {name: value for part in parts for name, value in values_named_by(part).items()}
    return {}
