"""Reads the body of POST and PUT into a resource with canonical names, and names what was ignored."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from keyhouse.protocols.scim import values
from keyhouse.protocols.scim.attributes import Attribute, Json, Mutability, Place, ResourceType, Schema
from keyhouse.protocols.scim.errors import InvalidSyntax, InvalidValue

NEVER_READ = frozenset({"id", "schemas", "meta"})
KEPT_BY_STRICT_REPLACE = frozenset({"active", "externalId"})


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A resource as the client wants it, and the names that mean nothing here."""

    resource: Json
    ignored: tuple[str, ...] = ()


def read_new(body: Any, of: ResourceType) -> Outcome:
    """Read the body of a POST: known attributes by their canonical names; read-only ones and null are dropped.

    Raises InvalidSyntax, and InvalidValue for a wrong or missing value.
    """
    resource: Json = {}
    ignored = []
    for place, value, name in places_in(body, of):
        if place is None or place.attribute is None:
            ignored.append(name)
        elif value is not None:
            set_at(resource, place, value)
    need_required(resource, of)
    return Outcome(resource=resource, ignored=tuple(ignored))


def read_replacement(current: Json, body: Any, of: ResourceType, *, strict: bool = False) -> Outcome:
    """Read the body of a PUT over the current resource.

    Attributes present are replaced, null or [] clears, absent ones stay; `strict` clears absent readWrite ones instead.
    Raises InvalidSyntax, InvalidValue.
    """
    resource = _kept(current, of) if strict else deepcopy(current)
    ignored = []
    for place, value, name in places_in(body, of):
        if place is None or place.attribute is None:
            ignored.append(name)
        elif not (value is None and place.attribute.required):
            set_at(resource, place, value)
    need_required(resource, of)
    return Outcome(resource=resource, ignored=tuple(ignored))


def places_in(body: Any, of: ResourceType) -> Iterator[tuple[Place | None, Any, str]]:
    """Go through a body's attributes: where each points, its value (None for cleared), and its name as sent."""
    if not isinstance(body, dict):
        raise InvalidSyntax("The body must be a JSON object.")
    for name, value in body.items():
        if name.casefold() in NEVER_READ:
            continue
        place = of.find(name)
        if place is not None and place.attribute is None:
            yield from inside(place.schema, value, name)
        else:
            yield from _one(place, value, name)


def inside(schema: Schema, value: Any, prefix: str) -> Iterator[tuple[Place | None, Any, str]]:
    """Go through the attributes of a whole extension object; null clears each of them. Raises InvalidValue."""
    if value is None:
        value = {attribute.name: None for attribute in schema.attributes}
    if not isinstance(value, dict):
        raise InvalidValue(f"{prefix} must be an object.")
    for name, given in value.items():
        attribute = schema.by_name.get(name.casefold())
        place = Place(schema=schema, attribute=attribute) if attribute else None
        yield from _one(place, given, f"{prefix}:{name}")


def _one(place: Place | None, value: Any, name: str) -> Iterator[tuple[Place | None, Any, str]]:
    if place is None or place.attribute is None:
        yield None, value, name
    elif not place.attribute.is_read_only:
        leaf = place.sub or place.attribute
        yield place, values.read(leaf, value), name


def container(resource: Json, place: Place) -> Json:
    """Answer the object that holds the place's attribute: the resource, or its extension object (made where absent)."""
    if place.schema.is_core:
        return resource
    found = resource.setdefault(place.schema.urn, {})
    return found if isinstance(found, dict) else {}


def known(place: Place) -> Attribute:
    """Answer the place's attribute; a whole extension has none. Raises InvalidValue."""
    if place.attribute is None:
        raise InvalidValue(f"{place.schema.urn} must be an object.")
    return place.attribute


def set_at(resource: Json, place: Place, value: Any) -> None:
    """Set or clear (None) what stands at a place, and leave no empty object behind."""
    attribute = known(place)
    holder = container(resource, place)
    if place.sub is None:
        _assign(holder, attribute.name, value)
    elif attribute.multi:
        _set_in_first(holder, attribute, place.sub, value)
    else:
        _assign(holder, attribute.name, _with(holder.get(attribute.name), place.sub.name, value))
    if holder is not resource and not holder:
        resource.pop(place.schema.urn, None)


def _assign(holder: Json, name: str, value: Any) -> None:
    if value is None or value in ([], {}):
        holder.pop(name, None)
    else:
        holder[name] = value


def _with(found: Any, name: str, value: Any) -> Json:
    parts = dict(found) if isinstance(found, dict) else {}
    _assign(parts, name, value)
    return parts


def _set_in_first(holder: Json, attribute: Attribute, sub: Attribute, value: Any) -> None:
    elements = list(holder.get(attribute.name, ()))
    at = next((index for index, each in enumerate(elements) if each.get("primary")), 0)
    changed = _with(elements[at] if elements else {}, sub.name, value)
    rest = elements[:at] + ([changed] if changed else []) + elements[at + 1 :]
    _assign(holder, attribute.name, rest)


def need_required(resource: Json, of: ResourceType) -> None:
    """Refuse a resource without an attribute that only the client can know. Raises InvalidValue."""
    for attribute in of.core.attributes:
        if attribute.must_be_sent and not str(resource.get(attribute.name) or "").strip():
            raise InvalidValue(f"{attribute.name} is required.")


def _kept(current: Json, of: ResourceType) -> Json:
    fixed = {each.name for each in of.top.values() if each.required or each.mutability is not Mutability.READ_WRITE}
    return {name: deepcopy(value) for name, value in current.items() if name in KEPT_BY_STRICT_REPLACE | fixed}
