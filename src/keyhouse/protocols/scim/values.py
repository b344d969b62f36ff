"""Reads what clients send as the value of an attribute: tolerant of their dialects, strict about what is kept."""

from collections.abc import Callable
from typing import Any

from keyhouse.protocols.scim import literals, tokens
from keyhouse.protocols.scim.attributes import Attribute, Json, Kind
from keyhouse.protocols.scim.errors import InvalidValue

MAX_TEXT = 2000
MAX_NUMBER = 2**53
Reader = Callable[[Attribute, Any], Any]


def read(attribute: Attribute, value: Any) -> Any:
    """Read a JSON value as an attribute's value; None means cleared (null, an empty text, an empty list).

    A single value stands for a list of one, and a text for the `value` of a complex attribute. Raises InvalidValue.
    """
    if value is None or value in ("", [], {}):
        return None
    if attribute.multi:
        return read_many(attribute, value) or None
    return read_one(attribute, value)


def read_one(attribute: Attribute, value: Any) -> Any:
    """Read one value, also one of a multi-valued attribute. Raises InvalidValue."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    reader: Reader = READERS.get(attribute.kind, _text)
    return reader(attribute, value)


def read_many(attribute: Attribute, value: Any) -> list[Any]:
    """Read the values of a multi-valued attribute: equal ones once, and at most one primary. Raises InvalidValue."""
    given = value if isinstance(value, list) else [value]
    need_room(attribute, given)
    found: dict[str, Any] = {}
    for each in given:
        one = None if each is None else read_one(attribute, each)
        if one:
            found.setdefault(repr(one), one)
    return only_one_primary(list(found.values()))


def need_room(attribute: Attribute, elements: list[Any]) -> None:
    """Refuse more values than an attribute may have. Raises InvalidValue."""
    if len(elements) > attribute.limit:
        raise InvalidValue(f"{attribute.name} has more than {attribute.limit} values.")


def only_one_primary(elements: list[Any], chosen: Any = None) -> list[Any]:
    """Leave the primary mark on the chosen element, or else on the first that has it."""
    marked = [each for each in elements if isinstance(each, dict) and each.get("primary")]
    keep = chosen if chosen is not None else next(iter(marked), None)
    for each in marked:
        if each is not keep:
            each["primary"] = False
    return elements


def _complex(attribute: Attribute, value: Any) -> Json | None:
    if not isinstance(value, dict):
        if "value" not in attribute.by_name:
            raise InvalidValue(f"{attribute.name} has parts: send an object.")
        value = {"value": value}
    found = {}
    for name, given in value.items():
        part = attribute.by_name.get(str(name).casefold())
        one = read(part, given) if part and not part.is_read_only else None
        if part and one is not None:
            found[part.name] = one
    return found or None


def _text(attribute: Attribute, value: Any) -> str:
    if isinstance(value, bool | int | float):
        value = str(value).lower() if isinstance(value, bool) else str(value)
    if not isinstance(value, str):
        raise InvalidValue(f"{attribute.name} is a text.")
    if len(value) > MAX_TEXT:
        raise InvalidValue(f"{attribute.name} is longer than {MAX_TEXT} characters.")
    if not tokens.is_storable(value):
        raise InvalidValue(f"{attribute.name} holds a character that can't be stored.")
    return value


def _boolean(attribute: Attribute, value: Any) -> bool:
    found = literals.boolean(value)
    if found is None:
        raise InvalidValue(f"{attribute.name} is true or false.")
    return found


def _number(attribute: Attribute, value: Any) -> int:
    try:
        found = int(value) if isinstance(value, str | int | float) else None
    except (ValueError, OverflowError):
        found = None
    if found is None or abs(found) > MAX_NUMBER:
        raise InvalidValue(f"{attribute.name} is a whole number.")
    return found


def _epoch(attribute: Attribute, value: Any) -> int:
    found = literals.moment(value) if isinstance(value, str) and "-" in value[1:] else None
    return int(found.timestamp()) if found else _number(attribute, value)


def _moment(attribute: Attribute, value: Any) -> str:
    if not isinstance(value, str) or literals.moment(value) is None:
        raise InvalidValue(f"{attribute.name} is a time like 2026-11-24T09:30:00Z.")
    return value


READERS: dict[Kind, Reader] = {
    Kind.BOOLEAN: _boolean,
    Kind.INTEGER: _number,
    Kind.EPOCH: _epoch,
    Kind.DATETIME: _moment,
    Kind.COMPLEX: _complex,
}
