"""What a preset gives, in words for people."""

from collections.abc import Iterable

from keyhouse.domain.administration.models import Role
from keyhouse.domain.assets.rules import types
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.grants.rules import words_for
from keyhouse.domain.portfolios.models import Access, Portfolio
from keyhouse.domain.portfolios.rules import ACCESS_LABELS
from keyhouse.domain.presets.rules import Thing
from keyhouse.domain.products.models import Product

ORDER = ("role", "product", "place", "task")


def words_of(organization_id: int, things: Iterable[Thing]) -> list[str]:
    """What these things are called: roles, products, places with their level, tasks with their asset; in this order."""
    wanted = sorted(things, key=lambda one: (ORDER.index(one.kind), one.id, str(one.detail)))
    names = _names(organization_id, wanted)
    return [_words(one, names) for one in wanted]


def _names(organization_id: int, things: list[Thing]) -> dict[int, str]:
    ids = {one.id for one in things}
    objects = {one.detail[0] for one in things if one.kind == "task"}
    found: dict[int, str] = {}
    for model in (Role, Product, Portfolio):
        rows = model.objects.of(organization_id)
        found |= dict(rows.filter(id__in=ids).values_list("id", "name"))
    return found | grants.names_of(organization_id, objects)


def _words(thing: Thing, names: dict[int, str]) -> str:
    name = names.get(thing.id, "–")
    if thing.kind == "place":
        return f"{name}: {ACCESS_LABELS[Access(thing.detail)]}"
    if thing.kind == "task":
        object_id, kind, bits = thing.detail
        return f"{name}: {names.get(object_id, '–')} ({words_for(types.TYPES[kind], bits)})"
    return name
