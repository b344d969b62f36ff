"""Events that only tests know: bicycles that are painted."""

from dataclasses import dataclass
from typing import Any

from keyhouse.foundation.audit import Event, record, sealing, searching
from keyhouse.foundation.permissions import Actor


@dataclass(frozen=True, kw_only=True)
class BicyclePainted(Event):
    """A bicycle was painted; only tests know this event."""

    tag = "test.bicycle.painted"
    title = "Bicycle painted"
    sentence = "{actor} painted {owner}'s bicycle {color}."
    personal = frozenset({"owner"})
    owner: str
    color: str


@dataclass(frozen=True, kw_only=True)
class BicycleSold(Event):
    """A bicycle was sold; only tests know this event."""

    tag = "test.bicycle.sold"
    title = "Bicycle sold"
    sentence = "{actor} sold a bicycle for {price}."
    price: str


def paint(by: Actor, on: Any, color: str = "green", owner: str = "Ben", **where: Any) -> int:
    """Record that somebody's bicycle was painted."""
    return record(BicyclePainted(owner=owner, color=color), by=by, on=on, **where)


def sealed(organization_id: int | None) -> None:
    """Seal what waits and write it into the index, as the job does."""
    while sealing.seal(organization_id):
        pass
    while searching.index_sealed(organization_id):
        pass
