"""Whom a list of people shows: a filter as plain values, which a form, an address or a long piece of work can carry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Self

from keyhouse.foundation import ids

MOST_FILTERS, LONGEST_NAME = 50, 60


class Seen(StrEnum):
    """When a person last used her account."""

    NEVER = "never"
    NOT_FOR_30_DAYS = "30"
    NOT_FOR_90_DAYS = "90"


class Without(StrEnum):
    """What a person lacks."""

    SECOND_FACTOR = "second_factor"
    PORTFOLIO = "portfolio"


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Whom a list of people shows; what is left out does not matter, and of several values one is enough.

    `managed_by` names connections; 0 stands for people who were added by hand.
    """

    text: str = ""
    states: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    groups: tuple[int, ...] = ()
    roles: tuple[int, ...] = ()
    managed_by: tuple[int, ...] = ()
    departments: tuple[str, ...] = ()
    seen: str = ""
    without: str = ""
    leaving: bool = False
    held: bool = False

    @property
    def is_everybody(self) -> bool:
        """Whether nobody is left out."""
        return self == Filter()

    def plain(self) -> dict[str, Any]:
        """The same as plain values, without what does not matter; `read` takes them back."""
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items() if value}

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Self:
        """A filter from plain values; what is unknown or has another form is left out."""
        found: dict[str, Any] = {}
        for one in fields(cls):
            value = values.get(one.name)
            if one.name in IDS:
                found[one.name] = tuple(_ids(value))
            elif isinstance(one.default, tuple):
                found[one.name] = tuple(str(part) for part in value) if isinstance(value, list | tuple) else ()
            elif isinstance(value, type(one.default)):
                found[one.name] = value
        return cls(**found)


IDS = ("groups", "roles", "managed_by")


def _ids(value: object) -> Sequence[int]:
    """Ids that came as numbers or as texts; 0 is kept, because it stands for nobody."""
    if not isinstance(value, list | tuple):
        return []
    texts = [str(one) for one in value]
    return [int(text) for text in texts if text == "0" or ids.parse(text)]
