"""Reading the arguments of a deed, which come from a request and may be anything."""

from collections.abc import Mapping
from typing import Any

from keyhouse.domain.governance.errors import UnknownDeed
from keyhouse.foundation import ids


def text(arguments: Mapping[str, Any], name: str) -> str:
    """A text. Raises UnknownDeed when it is missing or no text."""
    value = arguments.get(name)
    if not isinstance(value, str):
        raise UnknownDeed(deed=name)
    return value


def identifier(arguments: Mapping[str, Any], name: str) -> int:
    """An id. Raises UnknownDeed when it is missing or none."""
    found = ids.parse(text(arguments, name))
    if found is None:
        raise UnknownDeed(deed=name)
    return int(found)


def several(arguments: Mapping[str, Any], name: str) -> list[str]:
    """A list of texts. Raises UnknownDeed when it is missing or holds something else."""
    value = arguments.get(name)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise UnknownDeed(deed=name)
    return value


def identifiers(arguments: Mapping[str, Any], name: str) -> list[int]:
    """A list of ids. Raises UnknownDeed when it is missing or holds something else."""
    found = [ids.parse(one) for one in several(arguments, name)]
    if None in found:
        raise UnknownDeed(deed=name)
    return [int(one) for one in found if one is not None]
