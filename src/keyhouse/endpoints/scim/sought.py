"""Turns the conditions of a filter into neutral conditions that the domain answers in SQL, as far as it can."""

import datetime as dt
from dataclasses import dataclass, replace

from keyhouse.domain.people.queries.finding import Comparison, Every, Field, Neither, Some, Sought, Where
from keyhouse.foundation import addresses, ids
from keyhouse.foundation.addresses import NotAnAddress
from keyhouse.protocols.scim.conditions import And, Compare, Condition, Element, Not, Op, Or, Present
from keyhouse.protocols.scim.people import CORE, META

MOMENTS = {"created": Field.MADE_AT, "lastModified": Field.CHANGED_AT}
ORDER = {Op.GT: Comparison.AFTER, Op.GE: Comparison.FROM, Op.LT: Comparison.BEFORE, Op.LE: Comparison.UNTIL}


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What SQL is asked for; when it isn't exact, it finds more than asked for, and each one found is looked at."""

    sought: Sought | None
    exact: bool


ALL = Plan(sought=None, exact=False)


def plan(condition: Condition | None) -> Plan:
    """Plan the search for a condition."""
    match condition:
        case None:
            return Plan(sought=None, exact=True)
        case And(parts=parts):
            return _every([plan(part) for part in parts])
        case Or(parts=parts):
            return _some([plan(part) for part in parts])
        case Not(part=part):
            return _neither(plan(part))
    return _one(condition)


def _one(condition: Compare | Present | Element) -> Plan:
    if isinstance(condition, Compare):
        return _compare(condition)
    if isinstance(condition, Element) and condition.place.attribute and condition.place.attribute.name == "emails":
        return _any_email(condition.condition)
    return ALL


def _neither(inner: Plan) -> Plan:
    if not inner.exact or inner.sought is None or isinstance(inner.sought, Neither):
        return ALL
    return Plan(sought=Neither(part=inner.sought), exact=True)


def _any_email(inner: Condition) -> Plan:
    """Among the people with an address as one of their emails are those whom the filter wants."""
    parts = inner.parts if isinstance(inner, And) else (inner,)
    for part in parts:
        if isinstance(part, Compare) and part.op is Op.EQ and part.place and part.place.sub:
            where = _email(part) if part.place.sub.name == "value" and part.value is not None else None
            if where is not None and where.field is Field.EMAIL:
                return Plan(sought=replace(where, field=Field.ANY_EMAIL), exact=False)
    return ALL


def _every(plans: list[Plan]) -> Plan:
    known = tuple(each.sought for each in plans if each.sought is not None)
    return Plan(sought=Every(parts=known) if known else None, exact=all(each.exact for each in plans))


def _some(plans: list[Plan]) -> Plan:
    known = tuple(each.sought for each in plans if each.sought is not None)
    if len(known) < len(plans):
        return ALL
    return Plan(sought=Some(parts=known), exact=all(each.exact for each in plans))


def _compare(asked: Compare) -> Plan:
    place = asked.place
    if place is None or place.attribute is None or place.schema.urn != CORE:
        return ALL
    if place.attribute is META and place.sub is not None and isinstance(asked.value, dt.datetime):
        return _moment(asked, place.sub.name)
    if place.attribute.name == "emails" and asked.op is Op.EQ:
        return _any_email(asked)
    reader = READERS.get((place.attribute.name, asked.op))
    where = reader(asked) if reader else None
    return Plan(sought=where, exact=True) if where else ALL


def _moment(asked: Compare, name: str) -> Plan:
    field, order = MOMENTS.get(name), ORDER.get(asked.op)
    if field is None or order is None or not isinstance(asked.value, dt.datetime):
        return ALL
    return Plan(sought=Where(field=field, comparison=order, value=asked.value), exact=True)


def _email(asked: Compare) -> Where | None:
    text = str(asked.value)
    try:
        folded = (addresses.address(text) if "@" in text else addresses.account_name(text)).folded
    except NotAnAddress:
        return Where(field=Field.ID, comparison=Comparison.IS, value=0)
    return Where(field=Field.EMAIL, comparison=Comparison.IS, value=folded)


def _external_id(asked: Compare) -> Where | None:
    value = asked.value
    return Where(field=Field.EXTERNAL_ID, comparison=Comparison.IS, value=value) if isinstance(value, str) else None


def _id(asked: Compare) -> Where | None:
    return Where(field=Field.ID, comparison=Comparison.IS, value=ids.parse(asked.value) or 0)


def _active(asked: Compare) -> Where | None:
    value = asked.value
    return Where(field=Field.ACTIVE, comparison=Comparison.IS, value=value) if isinstance(value, bool) else None


def _display_name(asked: Compare) -> Where | None:
    folded = str(asked.value or "").casefold()
    fits = 0 < len(folded) < 400
    return Where(field=Field.NAME, comparison=Comparison.IS, value=folded) if fits else None


READERS = {
    ("userName", Op.EQ): _email,
    ("externalId", Op.EQ): _external_id,
    ("id", Op.EQ): _id,
    ("active", Op.EQ): _active,
    ("displayName", Op.EQ): _display_name,
}
