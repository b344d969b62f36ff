"""Which presets an organization has, what they hold, and who has them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.portfolios.models import Access
from keyhouse.domain.presets.errors import NoSuchPreset, PresetEnding, PresetNotHeld, PresetThroughGroup
from keyhouse.domain.presets.models import Preset as Preset
from keyhouse.domain.presets.models import (
    PresetHolder,
    PresetPlace,
    PresetProduct,
    PresetRole,
    PresetState,
    PresetTask,
)
from keyhouse.domain.presets.rules import Content, PlaceGiven, TaskGiven
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

GONE = (PersonState.DEACTIVATED, PersonState.DELETED)


@dataclass(frozen=True, kw_only=True)
class Holding:
    """A preset that a person has: by herself, or through this group."""

    preset: Preset
    group: PersonGroup | None = None


def _rows(organization_id: int | None) -> "QuerySet[Preset]":
    rows: QuerySet[Preset] = Preset.objects.of(organization_id or 0)
    return rows


def presets(by: Actor, *, search: str = "") -> list[Preset]:
    """The presets of the actor's organization by name, those that are being removed too. Raises NotAllowed."""
    authorize(by, Permission.PRESETS_VIEW, on=facts_of(by.organization_id))
    rows = _rows(by.organization_id)
    for word in search.casefold().split():
        rows = rows.filter(Q(name_folded__contains=word) | Q(description__icontains=word))
    return list(rows.order_by("name_folded", "id"))


def preset(by: Actor, identifier: int | None) -> Preset:
    """The preset of the actor's organization with this id. Raises NoSuchPreset."""
    found = _rows(by.organization_id).filter(id=identifier).first() if identifier else None
    if found is None:
        raise NoSuchPreset()
    return found


def locked(preset: Preset) -> Preset:
    """The same preset read anew, its row locked until the transaction ends. Raises NoSuchPreset, PresetEnding."""
    found = _rows(preset.organization_id).select_for_update(of=("self",)).filter(id=preset.id).first()
    if found is None:
        raise NoSuchPreset()
    if found.is_ending:
        raise PresetEnding(preset=found.name)
    return found


def with_name(organization_id: int, name: str) -> Preset | None:
    """The preset of an organization with this name, whatever its letter case."""
    return _rows(organization_id).filter(name_folded=name.casefold(), state=PresetState.ACTIVE).first()


def names(organization_id: int) -> dict[int, str]:
    """The names of all presets of an organization, by id: what "From preset" says."""
    return dict(_rows(organization_id).values_list("id", "name"))


def content_of(preset: Preset) -> Content:
    """What a preset is called and gives, and to whom."""
    own, of = preset.organization_id, {"preset": preset}
    holders = PresetHolder.objects.of(own).filter(**of)
    tasks: dict[int, set[TaskGiven]] = {}
    for one in PresetTask.objects.of(own).filter(place__preset=preset):
        tasks.setdefault(one.place_id, set()).add(TaskGiven(one.object_id, one.asset_type, one.tasks))
    places = PresetPlace.objects.of(own).filter(**of).order_by("portfolio_id")
    return Content(
        name=preset.name,
        description=preset.description,
        roles=frozenset(PresetRole.objects.of(own).filter(**of).values_list("role_id", flat=True)),
        products=frozenset(PresetProduct.objects.of(own).filter(**of).values_list("product_id", flat=True)),
        places=tuple(
            PlaceGiven(portfolio_id=one.portfolio_id, level=Access(one.level), tasks=frozenset(tasks.get(one.id, ())))
            for one in places
        ),
        people=frozenset(holders.exclude(person=None).values_list("person_id", flat=True)),
        groups=frozenset(holders.exclude(group=None).values_list("group_id", flat=True)),
    )


def holders(preset: Preset, *, kind: str, limit: int | None = None) -> list[PresetHolder]:
    """The people (`person`) or the groups (`group`) that were added to a preset, by name."""
    rows = PresetHolder.objects.of(preset.organization_id).filter(preset=preset).exclude(**{kind: None})
    return list(rows.select_related(kind).order_by(f"{kind}__name_folded", "id")[:limit])


def numbers_of(organization_id: int) -> dict[int, tuple[int, int]]:
    """How many people and how many groups were added to each preset."""
    found: dict[int, tuple[int, int]] = {}
    for preset_id, group_id in PresetHolder.objects.of(organization_id).values_list("preset_id", "group_id"):
        people, of_groups = found.get(preset_id, (0, 0))
        found[preset_id] = (people, of_groups + 1) if group_id else (people + 1, of_groups)
    return found


def people_of(preset: Preset) -> "QuerySet[Person]":
    """Everybody who has a preset now and hasn't left: those added, and those in the groups that were added."""
    rows = PresetHolder.objects.of(preset.organization_id).filter(preset=preset)
    inside = groups.live(preset.organization_id).filter(group_id__in=rows.exclude(group=None).values("group_id"))
    people: QuerySet[Person] = Person.objects.of(preset.organization_id).exclude(state__in=GONE)
    added = Q(id__in=rows.exclude(person=None).values("person_id"))
    return people.filter(added | Q(id__in=inside.values("person_id")))


def presets_of(person: Person) -> list[Holding]:
    """The presets that a person has, each with the group through which she has it, by name."""
    if person.organization_id is None:
        return []
    inside = groups.live(person.organization_id).filter(person=person).values("group_id")
    rows = PresetHolder.objects.of(person.organization_id).select_related("preset", "group")
    mine = rows.filter(Q(person=person) | Q(group_id__in=inside), preset__state=PresetState.ACTIVE)
    return [Holding(preset=one.preset, group=one.group) for one in mine.order_by("preset__name_folded", "id")]


def presets_of_group(group: PersonGroup) -> list[Preset]:
    """The presets that everybody in a group has, by name."""
    rows = PresetHolder.objects.of(group.organization_id).filter(group=group, preset__state=PresetState.ACTIVE)
    return [one.preset for one in rows.select_related("preset").order_by("preset__name_folded")]


def why_not_taken(preset: Preset, subject: Person | PersonGroup) -> BrokenRule | None:
    """Why a preset can't be taken from a person or group: not held, or held through a group; None if it can."""
    mine = {"person": subject} if isinstance(subject, Person) else {"group": subject}
    if PresetHolder.objects.of(preset.organization_id).filter(preset=preset, **mine).exists():
        return None
    found = presets_of(subject) if isinstance(subject, Person) else []
    group = next((one.group for one in found if one.preset.id == preset.id and one.group), None)
    if group is not None:
        return PresetThroughGroup(name=subject.name, preset=preset.name, group=group.name)
    return PresetNotHeld(name=subject.name, preset=preset.name)


def waiting_at(organization_id: int, domain: str, *, include_subdomains: bool = False) -> list[Person]:
    """The people with an address at a domain who have a preset."""
    at = Q(domain_folded=domain)
    if include_subdomains:
        at |= Q(domain_folded__endswith=f".{domain}")
    rows = PresetHolder.objects.of(organization_id).filter(preset__state=PresetState.ACTIVE)
    inside = groups.live(organization_id).filter(group_id__in=rows.exclude(group=None).values("group_id"))
    holding = Q(id__in=rows.exclude(person=None).values("person_id")) | Q(id__in=inside.values("person_id"))
    people: QuerySet[Person] = Person.objects.of(organization_id).exclude(state__in=GONE)
    return list(people.filter(at & holding).order_by("id"))


def presets_giving(organization_id: int, *, products: Iterable[int] = (), roles: Iterable[int] = ()) -> list[Preset]:
    """The presets that give one of these products or roles, by name."""
    by_product = PresetProduct.objects.of(organization_id).filter(product_id__in=list(products)).values("preset_id")
    by_role = PresetRole.objects.of(organization_id).filter(role_id__in=list(roles)).values("preset_id")
    found = _rows(organization_id).filter(Q(id__in=by_product) | Q(id__in=by_role), state=PresetState.ACTIVE)
    return list(found.order_by("name_folded"))
