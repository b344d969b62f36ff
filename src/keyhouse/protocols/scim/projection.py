"""Leaves out of an answer what the client didn't ask for: `attributes` and `excludedAttributes`."""

from collections.abc import Iterable

from keyhouse.protocols.scim.attributes import Attribute, Json, Place, ResourceType, Schema


def project(resource: Json, of: ResourceType, wanted: Iterable[str] = (), unwanted: Iterable[str] = ()) -> Json:
    """Answer a resource with only the wanted attributes, or without the unwanted ones.

    `id` and `schemas` always stay; a name that isn't known is passed over; what only the server tells is shown to
    those who ask for it by name. RFC 7644 §3.9.
    """
    chosen, dropped = _places(wanted, of), _places(unwanted, of)
    if not any(place.schema.told for place in chosen):
        dropped = [*dropped, *(Place(schema=each) for each in of.extensions if each.told)]
    if wanted and chosen:
        resource = _only(resource, [*_always(of), *chosen])
    elif wanted:
        resource = _only(resource, _always(of))
    for place in dropped:
        resource = _without(resource, place)
    return resource


def _always(of: ResourceType) -> list[Place]:
    """Answer the places that every answer holds."""
    return [Place(schema=of.core, attribute=each) for each in of.common if each.returned == "always"]


def _places(names: Iterable[str], of: ResourceType) -> list[Place]:
    return [place for place in map(of.find, names) if place is not None]


def _only(resource: Json, places: list[Place]) -> Json:
    shown: Json = {}
    for place in places:
        source, target = _sides(resource, shown, place.schema)
        if place.attribute is None:
            target.update(source)
        elif place.attribute.name in source:
            _copy(source, target, place.attribute, place.sub)
        if target is not shown and target:
            shown[place.schema.urn] = target
    return shown


def _sides(resource: Json, shown: Json, schema: Schema) -> tuple[Json, Json]:
    if schema.is_core:
        return resource, shown
    return resource.get(schema.urn, {}), shown.get(schema.urn, {})


def _copy(source: Json, target: Json, attribute: Attribute, sub: Attribute | None) -> None:
    value = source[attribute.name]
    if sub is None:
        target[attribute.name] = value
    elif isinstance(value, list):
        before = target.get(attribute.name, [{} for _ in value])
        target[attribute.name] = [old | _part(new, sub) for old, new in zip(before, value, strict=True)]
    elif isinstance(value, dict):
        target[attribute.name] = target.get(attribute.name, {}) | _part(value, sub)


def _part(element: Json, sub: Attribute) -> Json:
    return {sub.name: element[sub.name]} if sub.name in element else {}


def _without(resource: Json, place: Place) -> Json:
    if place.attribute is None:
        rest = {name: value for name, value in resource.items() if name != place.schema.urn}
        schemas = [urn for urn in rest.get("schemas", ()) if urn != place.schema.urn]
        return {**rest, "schemas": schemas} if schemas else rest
    if place.attribute.returned == "always":
        return resource
    if place.schema.is_core:
        return _less(resource, place.attribute, place.sub)
    inside = _less(resource.get(place.schema.urn, {}), place.attribute, place.sub)
    rest = {name: value for name, value in resource.items() if name != place.schema.urn}
    return {**rest, place.schema.urn: inside} if inside else rest


def _less(holder: Json, attribute: Attribute, sub: Attribute | None) -> Json:
    value = holder.get(attribute.name)
    rest = {name: each for name, each in holder.items() if name != attribute.name}
    if sub is None or value is None:
        return rest
    elements = value if isinstance(value, list) else [value]
    cut = [{name: each for name, each in element.items() if name != sub.name} for element in elements]
    return {**rest, attribute.name: cut if isinstance(value, list) else cut[0]}
