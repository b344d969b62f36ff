"""Who would join and leave: one person by all rules, or everybody by one rule."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, QuerySet, Value, When

from keyhouse.domain.groups import hot_members
from keyhouse.domain.groups.models import GroupKind, GroupMember, PersonGroup
from keyhouse.domain.groups.queries.matching import condition_of, matching
from keyhouse.domain.groups.rules import Rule, read
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person

AT_ONCE = 40
SHOWN = 50


@dataclass(frozen=True, kw_only=True)
class Moves:
    """The ids of the dynamic groups that a person joins and leaves."""

    joined: tuple[int, ...] = ()
    left: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a rule would do to a group: how many match, join and leave, with the first of each by name."""

    count: int
    joining: int
    leaving: int
    first: list[Person]
    first_joining: list[Person]
    first_leaving: list[Person]


def moves_of(person: Person) -> Moves:
    """Which dynamic groups a person joins and leaves by the rules of now; her row holds what changed already."""
    stored = hot_members.rules(person.organization_id) if person.organization_id is not None else {}
    organization = person.organization if stored else None
    if organization is None:
        return Moves()
    wanted = _groups_matched(person, organization, {group: read(rule) for group, rule in stored.items()})
    places = GroupMember.objects.of(organization).filter(person=person, group__kind=GroupKind.DYNAMIC)
    there = set(places.values_list("group_id", flat=True))
    return Moves(joined=tuple(sorted(wanted - there)), left=tuple(sorted(there - wanted)))


def _groups_matched(person: Person, organization: Organization, rules: dict[int, Rule]) -> set[int]:
    """The groups whose rules a person matches, asked for many at once."""
    found: set[int] = set()
    ids = list(rules)
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        asked = {
            f"rule_{at}": Case(When(condition_of(rules[one], organization), then=Value(1)), default=Value(0))
            for at, one in enumerate(some)
        }
        row = Person.objects.of(organization).filter(id=person.id).annotate(**asked).values(*asked).first()
        found.update(one for at, one in enumerate(some) if row and row[f"rule_{at}"])
    return found


def preview(group: PersonGroup, rule: Rule) -> Preview:
    """What a group would become by a rule: nothing changes."""
    wanted = matching(group.organization, rule)
    there = GroupMember.objects.of(group.organization_id).filter(group=group)
    joining = wanted.exclude(id__in=there.values("person_id"))
    people: QuerySet[Person] = Person.objects.of(group.organization_id)
    leaving = people.filter(id__in=there.values("person_id")).exclude(id__in=wanted.values("id"))
    return Preview(
        count=wanted.count(),
        joining=joining.count(),
        leaving=leaving.count(),
        first=_first(wanted),
        first_joining=_first(joining),
        first_leaving=_first(leaving),
    )


def _first(rows: "QuerySet[Person]") -> list[Person]:
    return list(rows.order_by("name_folded", "id")[:SHOWN])


def with_ids(organization_id: int, groups: Iterable[int]) -> dict[int, PersonGroup]:
    """Groups of an organization by their ids."""
    found: dict[int, PersonGroup] = PersonGroup.objects.of(organization_id).in_bulk(list(groups))
    return found
