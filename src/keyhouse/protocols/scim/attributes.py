"""What an attribute and a schema of SCIM are, and how their names are found whatever their letter case."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

Json = dict[str, Any]


class Kind(StrEnum):
    """The data types of RFC 7643 §2.3; EPOCH is an integer of seconds that is also read from an ISO date."""

    STRING = "string"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DATETIME = "dateTime"
    REFERENCE = "reference"
    COMPLEX = "complex"
    EPOCH = "epoch"


class Mutability(StrEnum):
    """Who may write an attribute."""

    READ_WRITE = "readWrite"
    READ_ONLY = "readOnly"
    WRITE_ONLY = "writeOnly"
    IMMUTABLE = "immutable"


@dataclass(frozen=True, kw_only=True)
class Attribute:
    """One attribute with its characteristics. RFC 7643 §7."""

    name: str
    description: str = ""
    kind: Kind = Kind.STRING
    multi: bool = False
    required: bool = False
    must_be_sent: bool = False
    exact: bool = False
    mutability: Mutability = Mutability.READ_WRITE
    returned: str = "default"
    uniqueness: str = "none"
    choices: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    parts: tuple["Attribute", ...] = ()
    other_names: tuple[str, ...] = ()
    limit: int = 200

    @cached_property
    def by_name(self) -> dict[str, "Attribute"]:
        """The sub-attributes by folded name."""
        return index(self.parts)

    @property
    def is_read_only(self) -> bool:
        """Input for it is dropped."""
        return self.mutability is Mutability.READ_ONLY


def index(attributes: tuple[Attribute, ...]) -> dict[str, Attribute]:
    """Answer attributes by each of their folded names."""
    return {name.casefold(): each for each in attributes for name in (each.name, *each.other_names)}


@dataclass(frozen=True, kw_only=True)
class Schema:
    """A schema: its URN, its attributes, and the other spellings by which clients know it.

    `told` marks one in which only the server speaks, and only to a client that asks for it by name: it is described by
    /Schemas and not listed among the extensions that clients write.
    """

    urn: str
    name: str
    description: str
    attributes: tuple[Attribute, ...]
    aliases: tuple[str, ...] = ()
    is_core: bool = False
    told: bool = False

    @cached_property
    def by_name(self) -> dict[str, Attribute]:
        """The attributes by folded name."""
        return index(self.attributes)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a name points: a schema, its attribute (None for a whole extension), and perhaps a sub-attribute."""

    schema: Schema
    attribute: Attribute | None = None
    sub: Attribute | None = None


@dataclass(frozen=True, kw_only=True)
class ResourceType:
    """A resource type with its core schema and its extensions."""

    name: str
    endpoint: str
    description: str
    core: Schema
    extensions: tuple[Schema, ...] = ()
    common: tuple[Attribute, ...] = ()

    def schemas(self) -> Iterator[Schema]:
        """Answer the core schema, then the extensions."""
        yield self.core
        yield from self.extensions

    @cached_property
    def by_urn(self) -> dict[str, Schema]:
        """Every accepted spelling of a URN, folded, longest first, so that the first prefix found is the right one."""
        found = {urn.casefold(): each for each in self.schemas() for urn in (each.urn, *each.aliases)}
        return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))

    @cached_property
    def top(self) -> dict[str, Attribute]:
        """The attributes that need no URN: those of the core schema and the common ones."""
        return {**index(self.common), **self.core.by_name}

    def find(self, name: str) -> Place | None:
        """Find the place that a plain, dotted or URN-prefixed name points to; None when it isn't known.

        Names are compared without case. RFC 7644 §3.10.
        """
        if name[:4].casefold() == "urn:":
            return self._find_by_urn(name.casefold())
        return _place(self.core, self.top, name.casefold())

    def _find_by_urn(self, folded: str) -> Place | None:
        for urn, schema in self.by_urn.items():
            if folded == urn:
                return Place(schema=schema)
            if folded.startswith(urn + ":"):
                names = self.top if schema is self.core else schema.by_name
                return _place(schema, names, folded[len(urn) + 1 :])
        return None


def _place(schema: Schema, names: dict[str, Attribute], folded: str) -> Place | None:
    head, _, tail = folded.partition(".")
    attribute = names.get(head)
    if attribute is None:
        return None
    if not tail:
        return Place(schema=schema, attribute=attribute)
    sub = attribute.by_name.get(tail)
    return Place(schema=schema, attribute=attribute, sub=sub) if sub else None
