"""Says whether a resource meets a condition: the plain reading of filters, to which every faster one must be equal."""

from collections.abc import Callable
from typing import Any

from keyhouse.protocols.scim import literals
from keyhouse.protocols.scim.attributes import Attribute, Json, Kind, Place
from keyhouse.protocols.scim.conditions import And, Compare, Condition, Element, Literal, Not, Op, Or, Present
from keyhouse.protocols.scim.filters import leaf_of

COMPARISONS: dict[Op, Callable[[Any, Any], bool]] = {
    Op.EQ: lambda found, wanted: bool(found == wanted),
    Op.CO: lambda found, wanted: wanted in found,
    Op.SW: lambda found, wanted: bool(found.startswith(wanted)),
    Op.EW: lambda found, wanted: bool(found.endswith(wanted)),
    Op.GT: lambda found, wanted: bool(found > wanted),
    Op.GE: lambda found, wanted: bool(found >= wanted),
    Op.LT: lambda found, wanted: bool(found < wanted),
    Op.LE: lambda found, wanted: bool(found <= wanted),
}


def matches(condition: Condition, resource: Json) -> bool:
    """Say whether a resource meets a condition. A multi-valued attribute meets a comparison when one value does;
    `ne` is the contrary of `eq`. RFC 7644 §3.4.2.2.
    """
    return _holds(condition, lambda place: values_at(place, resource), resource)


def matches_element(condition: Condition, element: Json) -> bool:
    """Say whether one element of a multi-valued attribute meets the condition between the brackets of a path."""
    return _holds(condition, lambda place: _of_element(place, element), element)


Values = Callable[[Place | None], list[Any]]


def _holds(condition: Condition, values: Values, resource: Json) -> bool:
    match condition:
        case And(parts=parts):
            return all(_holds(part, values, resource) for part in parts)
        case Or(parts=parts):
            return any(_holds(part, values, resource) for part in parts)
        case Not(part=part):
            return not _holds(part, values, resource)
        case Element(place=place, condition=inner):
            elements = _elements(place, resource)
            return any(matches_element(inner, element) for element in elements)
        case Present(place=place):
            return any(value not in (None, "", [], {}) for value in values(place))
    return _compares(condition, values(condition.place))


def _compares(comparison: Compare, found: list[Any]) -> bool:
    leaf = leaf_of(comparison.place)
    present = [value for value in found if value not in (None, "", [], {})]
    if comparison.value is None:
        return (not present) == (comparison.op is Op.EQ)
    if comparison.op is Op.NE:
        return not any(_compare(leaf, Op.EQ, value, comparison.value) for value in present)
    return any(_compare(leaf, comparison.op, value, comparison.value) for value in present)


def _compare(leaf: Attribute | None, op: Op, found: Any, wanted: Literal) -> bool:
    if leaf is None:
        return False
    if leaf.kind is Kind.DATETIME:
        found = literals.moment(str(found))
    elif isinstance(wanted, str):
        found, wanted = (str(found), wanted) if leaf.exact else (str(found).casefold(), wanted.casefold())
    return found is not None and COMPARISONS[op](found, wanted)


def _container(place: Place, resource: Json) -> Json:
    if place.schema.is_core:
        return resource
    inside = resource.get(place.schema.urn)
    return inside if isinstance(inside, dict) else {}


def values_at(place: Place | None, resource: Json) -> list[Any]:
    """Answer every value at a place of a resource; without a sub-attribute, those of a complex one are whole."""
    if place is None:
        return []
    if place.attribute is None:
        return [resource[place.schema.urn]] if place.schema.urn in resource else []
    value = _container(place, resource).get(place.attribute.name)
    values = value if isinstance(value, list) else [] if value is None else [value]
    if place.sub is None:
        return values
    return [each[place.sub.name] for each in values if isinstance(each, dict) and place.sub.name in each]


def _elements(place: Place, resource: Json) -> list[Json]:
    found = values_at(Place(schema=place.schema, attribute=place.attribute), resource)
    return [element for element in found if isinstance(element, dict)]


def _of_element(place: Place | None, element: Json) -> list[Any]:
    if place is None or place.sub is None or place.sub.name not in element:
        return []
    return [element[place.sub.name]]
