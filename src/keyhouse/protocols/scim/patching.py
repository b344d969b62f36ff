"""Applies the operations of a PATCH to a resource, in every dialect that clients send: all of them or none."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from keyhouse.protocols.scim import values
from keyhouse.protocols.scim.attributes import Attribute, Json, Place, ResourceType
from keyhouse.protocols.scim.errors import InvalidPath, InvalidSyntax, InvalidValue, Mutability, NoTarget
from keyhouse.protocols.scim.matching import matches_element
from keyhouse.protocols.scim.paths import Path, read_path, values_named_by
from keyhouse.protocols.scim.reading import NEVER_READ, Outcome, container, inside, known, need_required, set_at

MAX_OPERATIONS = 1000
MARKS = frozenset({"type", "primary", "display"})


class Op(StrEnum):
    """The operations of RFC 7644 §3.5.2."""

    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One operation as sent, its `op` read without case."""

    op: Op
    path: str | None
    value: Any


def read_patch(current: Json, body: Any, of: ResourceType) -> Outcome:
    """Answer the resource that the operations of a PATCH body make of the current one, which is left as it is.

    RFC 7644 §3.5.2 with the dialects of Okta and Entra ID.
    Raises InvalidSyntax, InvalidPath, InvalidValue, NoTarget, Mutability.
    """
    resource = deepcopy(current)
    ignored: list[str] = []
    for operation in operations(body):
        for path, value, name in targets(operation, of):
            if path is None:
                ignored.append(name)
            else:
                apply(resource, operation.op, path, value)
    need_required(resource, of)
    return Outcome(resource=resource, ignored=tuple(ignored))


def operations(body: Any) -> list[Operation]:
    """Read the list of operations. Raises InvalidSyntax."""
    if not isinstance(body, dict):
        raise InvalidSyntax("The body must be a JSON object.")
    found = next((value for name, value in body.items() if name.casefold() == "operations"), None)
    if isinstance(found, dict):
        found = [found]
    if not isinstance(found, list) or not found:
        raise InvalidSyntax("The body must have a list of Operations.")
    if len(found) > MAX_OPERATIONS:
        raise InvalidSyntax(f"The body has more than {MAX_OPERATIONS} operations.")
    return [_operation(each) for each in found]


def _operation(given: Any) -> Operation:
    if not isinstance(given, dict):
        raise InvalidSyntax("Each operation must be a JSON object.")
    named = {name.casefold(): value for name, value in given.items()}
    op, path = named.get("op"), named.get("path")
    if not isinstance(op, str) or op.strip().casefold() not in {"add", "replace", "remove"}:
        raise InvalidSyntax("The op of an operation must be add, replace or remove.")
    if path is not None and not isinstance(path, str):
        raise InvalidPath("The path of an operation must be a text.")
    return Operation(op=Op(op.strip().casefold()), path=(path or "").strip() or None, value=named.get("value"))


def targets(operation: Operation, of: ResourceType) -> Iterator[tuple[Path | None, Any, str]]:
    """Go through what one operation works on: a path (None when unknown), its value as sent, and its name as sent."""
    if operation.path is not None:
        yield from _spread(read_path(operation.path, of), operation.value, operation.path, operation.op)
        return
    if operation.op is Op.REMOVE:
        raise NoTarget("An operation remove needs a path.")
    if not isinstance(operation.value, dict):
        raise InvalidValue("An operation without a path needs an object as its value.")
    for name, value in operation.value.items():
        if name.casefold() not in NEVER_READ:
            yield from _spread(_lenient(name, of), value, name, operation.op)


def _lenient(name: str, of: ResourceType) -> Path | None:
    try:
        return read_path(name, of)
    except InvalidPath:
        return None


def _spread(path: Path | None, value: Any, name: str, op: Op) -> Iterator[tuple[Path | None, Any, str]]:
    if path is None or path.place.attribute is not None:
        yield path, value, name
        return
    for place, given, full in inside(path.place.schema, None if op is Op.REMOVE else value, name):
        yield Path(place=place) if place else None, given, full


def apply(resource: Json, op: Op, path: Path, value: Any) -> None:
    """Apply one operation to one path of the resource. Raises InvalidValue, Mutability."""
    attribute = known(path.place)
    if _is_fixed(attribute, op):
        return
    if path.condition is not None:
        _apply_to_elements(resource, op, path, value)
    elif op is Op.REMOVE:
        _remove(resource, path.place, attribute, value)
    elif attribute.multi and path.place.sub is None and op is Op.ADD:
        _append(container(resource, path.place), attribute, value)
    elif path.place.sub is None and attribute.parts and not attribute.multi:
        _merge(resource, path.place, attribute, value)
    else:
        set_at(resource, path.place, values.read(path.place.sub or attribute, value))


def _is_fixed(attribute: Attribute, op: Op) -> bool:
    """Refuse what may never change; say whether it is dropped without a word. Raises Mutability."""
    if attribute.name == "id":
        raise Mutability("id can't be changed.")
    if op is Op.REMOVE and (attribute.required or attribute.name == "active"):
        raise Mutability(f"{attribute.name} can't be removed.")
    return attribute.is_read_only


def _remove(resource: Json, place: Place, attribute: Attribute, value: Any) -> None:
    if value in (None, "", [], {}) or place.sub is not None or not attribute.multi:
        set_at(resource, place, None)
        return
    going = values.read_many(attribute, value)
    holder = container(resource, place)
    set_at(resource, place, [each for each in holder.get(attribute.name, ()) if not _is_among(each, going)])


def _is_among(element: Any, others: list[Any]) -> bool:
    return any(_key(element) == _key(other) for other in others)


def _key(element: Any) -> Any:
    return element.get("value", element) if isinstance(element, dict) else element


def _append(holder: Json, attribute: Attribute, value: Any) -> None:
    elements: list[Any] = list(holder.get(attribute.name, ()))
    for new in values.read(attribute, value) or []:
        twin = next((each for each in elements if _is_same(each, new)), None)
        if twin is None:
            elements.append(new)
        elif isinstance(twin, dict):
            twin.update(new)
        if isinstance(new, dict) and new.get("primary"):
            values.only_one_primary(elements, chosen=twin if twin is not None else new)
    values.need_room(attribute, elements)
    if elements:
        holder[attribute.name] = elements


def _is_same(element: Any, new: Any) -> bool:
    if not isinstance(element, dict) or not isinstance(new, dict):
        return bool(element == new)
    ends = ("primary", "display", "$ref")
    return {k: v for k, v in element.items() if k not in ends} == {k: v for k, v in new.items() if k not in ends}


def _merge(resource: Json, place: Place, attribute: Attribute, value: Any) -> None:
    """Set the parts that are given and leave the others: a complex value replaces part by part (RFC 7644 §3.5.2.3)."""
    if not isinstance(value, dict):
        set_at(resource, place, values.read(attribute, value))
        return
    for name, given in value.items():
        sub = attribute.by_name.get(name.casefold())
        if sub is not None and not sub.is_read_only:
            part = Place(schema=place.schema, attribute=attribute, sub=sub)
            set_at(resource, part, values.read(sub, given))


def _apply_to_elements(resource: Json, op: Op, path: Path, value: Any) -> None:
    attribute, whole = known(path.place), Place(schema=path.place.schema, attribute=path.place.attribute)
    found = container(resource, whole).get(attribute.name, [])
    elements = list(found) if isinstance(found, list) else [found]
    chosen = [each for each in elements if path.condition and matches_element(path.condition, each)]
    if op is Op.REMOVE and path.place.sub is None:
        left = [each for each in elements if not any(each is one for one in chosen)]
    else:
        left = _changed(elements, chosen, op, path, value)
    set_at(resource, whole, left if attribute.multi else next(iter(left), None))


def _changed(elements: list[Any], chosen: list[Any], op: Op, path: Path, value: Any) -> list[Any]:
    changes = _changes(path, None if op is Op.REMOVE else value)
    if not chosen and op is not Op.REMOVE:
        chosen = [dict(values_named_by(path.condition))]
        elements = [*elements, *chosen]
    for element in chosen:
        element.update(changes)
        for name in [name for name, given in element.items() if given is None]:
            del element[name]
    if chosen and changes.get("primary"):
        values.only_one_primary(elements, chosen=chosen[0])
    empty = [each for each in chosen if set(each) <= MARKS]
    return [each for each in elements if not any(each is one for one in empty)]


def _changes(path: Path, value: Any) -> Json:
    attribute = known(path.place)
    if path.place.sub is not None:
        return {path.place.sub.name: values.read(path.place.sub, value)}
    return {} if value is None else dict(values.read_one(attribute, value) or {})
