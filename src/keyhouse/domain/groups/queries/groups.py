"""Questions about groups, their members and their owners."""

from collections.abc import Iterable

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from keyhouse.domain.groups.errors import NoSuchGroup
from keyhouse.domain.groups.models import GroupMember, GroupOwner, GroupRule, PersonGroup
from keyhouse.domain.groups.rules import Rule, read
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


def live(organization_id: int) -> "QuerySet[GroupMember]":
    """The places in groups of an organization that count now: not suspended, not over."""
    rows: QuerySet[GroupMember] = GroupMember.objects.of(organization_id)
    return rows.filter(paused=False).filter(Q(until=None) | Q(until__gt=clock.now()))


def members(group: PersonGroup) -> "QuerySet[GroupMember]":
    """The places in a group that count now, of people who are not deleted."""
    return live(group.organization_id).filter(group=group).exclude(person__state=PersonState.DELETED)


def member_ids(groups: Iterable[int], organization_id: int) -> "QuerySet[GroupMember, int]":
    """The ids of the people whose places in these groups count now, to be asked for inside of another query."""
    return live(organization_id).filter(group_id__in=list(groups)).values_list("person_id", flat=True)


def groups_of(person: Person) -> list[PersonGroup]:
    """The groups in which a person is now, by name."""
    if person.organization_id is None:
        return []
    inside = live(person.organization_id).filter(person=person).values("group_id")
    return list(PersonGroup.objects.of(person.organization_id).filter(id__in=inside).order_by("name_folded"))


def places_of(person: Person) -> list[GroupMember]:
    """Every place of a person in a group, suspended ones included, each with its group."""
    if person.organization_id is None:
        return []
    rows = GroupMember.objects.of(person.organization_id).filter(person=person).select_related("group__connection")
    return list(rows.order_by("group__name_folded"))


def waiting_places_of(person: Person) -> list[str]:
    """The groups in which a person's place is suspended."""
    rows = GroupMember.objects.of(person.organization_id or 0).filter(person=person, paused=True)
    return list(rows.order_by("group__name_folded").values_list("group__name", flat=True))


def groups(
    by: Actor, *, search: str = "", kind: str = "", after: tuple[str, int] | None = None, limit: int | None = None
) -> list[PersonGroup]:
    """The groups of the actor's organization by name, each with `number` of members; those after a (folded name, id).

    Raises NotAllowed.
    """
    authorize(by, Permission.GROUPS_VIEW, on=facts_of(by.organization_id))
    rows = _counted(by.organization_id or 0).select_related("connection").order_by("name_folded", "id")
    for word in search.casefold().split():
        rows = rows.filter(name_folded__contains=word)
    if kind:
        rows = rows.filter(kind=kind)
    if after is not None:
        name, identifier = after
        rows = rows.filter(Q(name_folded__gt=name) | Q(name_folded=name, id__gt=identifier))
    return list(rows[:limit])


def group(by: "Actor | int", identifier: int | None) -> PersonGroup:
    """The group of the actor's (or this) organization with this id. Raises NoSuchGroup."""
    organization_id = by if isinstance(by, int) else by.organization_id
    rows = PersonGroup.objects.of(organization_id or 0).select_related("connection", "organization")
    found = rows.filter(id=identifier).first() if identifier else None
    if found is None:
        raise NoSuchGroup()
    return found


def locked(group: PersonGroup) -> PersonGroup:
    """The same group read anew, its row locked until the transaction ends. Raises NoSuchGroup."""
    rows = PersonGroup.objects.of(group.organization_id).select_for_update(of=("self",))
    found = rows.select_related("connection", "organization").filter(id=group.id).first()
    if found is None:
        raise NoSuchGroup()
    return found


def named(organization_id: int, name: str) -> PersonGroup | None:
    """The group of this name, whatever its letter case."""
    return PersonGroup.objects.of(organization_id).filter(name_folded=tidy(name).casefold()).first()


def tidy(name: str) -> str:
    """A name without spaces around it or several in a row."""
    return " ".join(name.split())


def number_of_members(group: PersonGroup) -> int:
    """How many places in a group count now."""
    return members(group).count()


def rule_of(group: PersonGroup) -> Rule | None:
    """The rule of a dynamic group."""
    found = GroupRule.objects.of(group.organization_id).filter(group=group).first()
    return read(found.rule) if found else None


def owners_of(group: PersonGroup) -> list[Person]:
    """The people who own a group, by name."""
    rows = GroupOwner.objects.of(group.organization_id).filter(group=group).values("person_id")
    return list(Person.objects.of(group.organization_id).filter(id__in=rows).order_by("name_folded", "id"))


def owners_of_many(organization_id: int, groups: Iterable[int]) -> dict[int, list[str]]:
    """The names of the owners of several groups, by group."""
    rows = GroupOwner.objects.of(organization_id).filter(group_id__in=list(groups)).select_related("person")
    found: dict[int, list[str]] = {}
    for one in rows.order_by("person__name_folded"):
        found.setdefault(one.group_id, []).append(one.person.name)
    return found


def is_owner(group: PersonGroup, person_id: int | None) -> bool:
    """Whether a person owns a group."""
    rows = GroupOwner.objects.of(group.organization_id)
    return person_id is not None and rows.filter(group=group, person_id=person_id).exists()


def groups_owned_by(person: Person) -> list[PersonGroup]:
    """The groups that a person owns, each with `number` of members."""
    if person.organization_id is None:
        return []
    rows = GroupOwner.objects.of(person.organization_id).filter(person=person).values("group_id")
    return list(_counted(person.organization_id).filter(id__in=rows).order_by("name_folded"))


def _counted(organization_id: int) -> "QuerySet[PersonGroup]":
    """The groups of an organization with `number`, the count of the places that count now."""
    places = live(organization_id).exclude(person__state=PersonState.DELETED)
    mine = places.filter(group=OuterRef("pk")).order_by().values("group").annotate(number=Count("pk"))
    rows: QuerySet[PersonGroup] = PersonGroup.objects.of(organization_id)
    return rows.annotate(number=Coalesce(Subquery(mine.values("number")), 0))
