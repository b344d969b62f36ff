"""What a filter compares with: the literal, read as the attribute's kind."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

from keyhouse.protocols.scim.attributes import Attribute, Kind
from keyhouse.protocols.scim.conditions import Literal, Op
from keyhouse.protocols.scim.errors import InvalidFilter
from keyhouse.protocols.scim.tokens import Token

TRUE, FALSE = ("true", "1"), ("false", "0")
PARTIAL = (Op.CO, Op.SW, Op.EW)


def literal(token: Token) -> Literal:
    """Read a word as a JSON literal; true, false and null are read without case. Raises InvalidFilter."""
    if token.quoted:
        return token.text()
    if token.folded in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[token.folded]
    try:
        value = json.loads(token.written, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise InvalidFilter(f"{token.written[:80]} is no value: put texts in quotes.") from None
    return value if isinstance(value, int | float) else None


def _no_constant(name: str) -> None:
    raise ValueError(name)


def read_for(attribute: Attribute, op: Op, value: Literal) -> Literal:
    """Read a literal as the attribute's kind, so that `active eq "True"` compares booleans. Raises InvalidFilter."""
    if value is None:
        if op not in (Op.EQ, Op.NE):
            raise InvalidFilter("null can only be compared by eq and ne.")
        return None
    return READERS.get(attribute.kind, _text)(attribute, op, value)


def boolean(value: object) -> bool | None:
    """Read a boolean in any of the spellings clients use; None when it is none."""
    if isinstance(value, bool):
        return value
    folded = str(value).strip().casefold() if isinstance(value, str | int) else ""
    return True if folded in TRUE else False if folded in FALSE else None


def moment(value: str) -> datetime | None:
    """Read an ISO 8601 time or date, UTC where it doesn't say; None when it is none."""
    try:
        found = datetime.fromisoformat(value.strip())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _boolean(attribute: Attribute, op: Op, value: Literal) -> Literal:
    found = boolean(value)
    if found is None or op not in (Op.EQ, Op.NE):
        raise InvalidFilter(f"{attribute.name} is a boolean: compare it by eq with true or false.")
    return found


def _number(attribute: Attribute, op: Op, value: Literal) -> Literal:
    if op in PARTIAL:
        raise InvalidFilter(f"{attribute.name} is a number and has no parts.")
    try:
        return int(value) if isinstance(value, str | int) else value
    except ValueError:
        raise InvalidFilter(f"{attribute.name} is a number.") from None


def _moment(attribute: Attribute, op: Op, value: Literal) -> Literal:
    found = moment(value) if isinstance(value, str) else None
    if found is None or op in PARTIAL:
        raise InvalidFilter(f"{attribute.name} is a time: compare it with one like 2026-11-24T09:30:00Z.")
    return found


def _text(attribute: Attribute, op: Op, value: Literal) -> Literal:
    return value if isinstance(value, str) else json.dumps(value)


READERS: dict[Kind, Callable[[Attribute, Op, Literal], Literal]] = {
    Kind.BOOLEAN: _boolean,
    Kind.INTEGER: _number,
    Kind.EPOCH: _number,
    Kind.DATETIME: _moment,
}
