"""The content of a preset: its name, what it gives, and to whom; as plain values it waits for an approval."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from keyhouse.domain.portfolios.models import Access
from keyhouse.domain.presets.errors import PresetGivesNothing, PresetNameMissing


class TaskGiven(NamedTuple):
    """Tasks on an asset or asset group: its id, the type of asset, and the bits of the tasks."""

    object_id: int
    type: str
    bits: int


@dataclass(frozen=True, kw_only=True)
class PlaceGiven:
    """A place in a portfolio, and the tasks that come with it unless it is full control."""

    portfolio_id: int
    level: Access = Access.BASIC
    tasks: frozenset[TaskGiven] = frozenset()


class Thing(NamedTuple):
    """One thing that a preset gives: `role`, `product`, `place` or `task`, the id of what, and the detail of it."""

    kind: str
    id: int
    detail: Any = ""


@dataclass(frozen=True, kw_only=True)
class Content:
    """All of a preset; ids of roles, products, people and groups."""

    name: str
    description: str = ""
    roles: frozenset[int] = frozenset()
    products: frozenset[int] = frozenset()
    places: tuple[PlaceGiven, ...] = ()
    people: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()

    def plain(self) -> dict[str, Any]:
        """Plain values; ids are texts."""
        return {
            "name": self.name,
            "description": self.description,
            **{name: sorted(map(str, getattr(self, name))) for name in ("roles", "products", "people", "groups")},
            "places": [
                {
                    "portfolio": str(place.portfolio_id),
                    "level": place.level.value,
                    "tasks": [[str(one.object_id), one.type, str(one.bits)] for one in sorted(place.tasks)],
                }
                for place in self.places
            ],
        }

    @classmethod
    def read(cls, plain: Mapping[str, Any]) -> Self:
        """The content that these plain values hold."""
        return cls(
            name=str(plain.get("name", "")),
            description=str(plain.get("description", "")),
            **{name: frozenset(map(int, plain.get(name, ()))) for name in ("roles", "products", "people", "groups")},
            places=tuple(
                PlaceGiven(
                    portfolio_id=int(place["portfolio"]),
                    level=Access(place["level"]),
                    tasks=frozenset(TaskGiven(int(one), kind, int(bits)) for one, kind, bits in place["tasks"]),
                )
                for place in plain.get("places", ())
            ),
        )


def things(content: Content) -> frozenset[Thing]:
    """What this content gives to each person and group in it."""
    found = {Thing("role", one) for one in content.roles} | {Thing("product", one) for one in content.products}
    for place in content.places:
        found.add(Thing("place", place.portfolio_id, place.level.value))
        found |= {Thing("task", place.portfolio_id, one) for one in place.tasks}
    return frozenset(found)


def tidied(content: Content) -> Content:
    """The content tidied up: no spare spaces, one place per portfolio, no tasks beside full control.

    Raises PresetNameMissing, PresetGivesNothing.
    """
    places = {place.portfolio_id: place for place in content.places}
    kept = [
        dataclasses.replace(place, tasks=frozenset()) if place.level is Access.FULL else place
        for _, place in sorted(places.items())
    ]
    tidy = dataclasses.replace(
        content,
        name=" ".join(content.name.split())[:100],
        description=content.description.strip()[:500],
        places=tuple(kept),
    )
    if not tidy.name:
        raise PresetNameMissing(name="")
    if not things(tidy):
        raise PresetGivesNothing()
    return tidy
