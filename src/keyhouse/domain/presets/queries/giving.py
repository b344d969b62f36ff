"""What presets give to whom, by their definitions and by what was given: the two sides that are brought in line."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Q, QuerySet

from keyhouse.domain.administration.models import Role, RoleHolder, Source
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains.models import DomainState
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.grants.rules import PRESET, Wanted
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Portfolio
from keyhouse.domain.portfolios.rules import Given, given_of, more
from keyhouse.domain.presets.models import Preset, PresetHolder, PresetPlace, PresetState
from keyhouse.domain.presets.queries.presets import content_of
from keyhouse.domain.presets.rules import Changes, Content, Subjects
from keyhouse.domain.products.models import Product, ProductAccess
from keyhouse.foundation import clock
from keyhouse.foundation.long_work import NewRow

GONE = (PersonState.DEACTIVATED, PersonState.DELETED)
GOOD_DOMAINS = (DomainState.VERIFIED, DomainState.WARNING, DomainState.TRUSTED)
Subject = Person | PersonGroup
Places = dict[int, dict[int, Given]]


def subject_rows(organization_id: int, subjects: Subjects) -> list[Subject]:
    """The groups and then the people with these ids, as far as they are there."""
    found: list[Subject] = list(PersonGroup.objects.of(organization_id).filter(id__in=subjects.groups).order_by("id"))
    found += Person.objects.of(organization_id).filter(id__in=subjects.people).order_by("id")
    return found


def members_of(organization_id: int, subjects: Subjects) -> "QuerySet[Person]":
    """The people among these subjects and those who are in the groups now."""
    inside = groups.live(organization_id).filter(group_id__in=subjects.groups).values("person_id")
    rows: QuerySet[Person] = Person.objects.of(organization_id)
    return rows.filter(Q(id__in=subjects.people) | Q(id__in=inside))


def number_affected(organization_id: int, subjects: Subjects) -> int:
    """How many people these people and groups are."""
    return members_of(organization_id, subjects).count() if subjects else 0


def places_given(organization_id: int, people: Collection[int]) -> Places:
    """The most that presets give each of these people in each portfolio, by the definitions and the live groups."""
    found: Places = {one: {} for one in people}
    inside: dict[int, list[tuple[int, object]]] = {}
    for place in groups.live(organization_id).filter(person_id__in=people):
        inside.setdefault(place.group_id, []).append((place.person_id, place.until))
    holders = PresetHolder.objects.of(organization_id).filter(preset__state=PresetState.ACTIVE)
    reached: dict[int, list[tuple[int, object]]] = {}
    for holder in holders.filter(Q(person_id__in=people) | Q(group_id__in=list(inside))):
        whom = [(holder.person_id, None)] if holder.person_id else inside[holder.group_id]
        reached.setdefault(holder.preset_id, []).extend(whom)
    for row in PresetPlace.objects.of(organization_id).filter(preset_id__in=list(reached)).order_by("id"):
        for person_id, until in reached[row.preset_id]:
            given = Given(level=Access(row.level), preset_id=row.preset_id, until=until)  # type: ignore[arg-type]
            known = found[person_id].get(row.portfolio_id)
            found[person_id][row.portfolio_id] = more(known, given) if known else given
    return found


def places_held(organization_id: int, people: Collection[int]) -> dict[int, dict[int, Membership]]:
    """The places of these people at which a preset was noted, by person and portfolio."""
    found: dict[int, dict[int, Membership]] = {one: {} for one in people}
    rows = Membership.objects.of(organization_id).filter(person_id__in=people).exclude(preset_id=None)
    for row in rows.select_related("portfolio"):
        found[row.person_id][row.portfolio_id] = row
    return found


def is_in_line(person: Person, given: Given | None, place: Membership | None) -> bool:
    """Whether a place stands as presets want it, or one that they give waits for her return or her domain."""
    if place is None:
        return person.state in GONE or not _may_begin(person)
    is_over = place.until is not None and place.until <= clock.now()
    return given_of(place) == given and not (is_over and place.state == MembershipState.ACTIVE)


def _may_begin(person: Person) -> bool:
    domain = email_domains.domain_of(person.email_folded, person.organization_id or 0)
    return domain is not None and domain.state in GOOD_DOMAINS


def content_for(preset: Preset, subject: Subject) -> Content | None:
    """What a preset holds if this person or group is in it; None otherwise, and while it is being removed."""
    mine = {"person_id": subject.id} if isinstance(subject, Person) else {"group_id": subject.id}
    rows = PresetHolder.objects.of(preset.organization_id).filter(preset_id=preset.id, **mine)
    return content_of(preset) if not preset.is_ending and rows.exists() else None


def products_in(organization_id: int, content: Content | None) -> list[Product]:
    """The products that a content gives."""
    return list(Product.objects.of(organization_id).filter(id__in=content.products if content else ()).order_by("id"))


def role_moves(preset: Preset, subject: Subject) -> tuple[list[Role], list[Role]]:
    """The admin roles that a preset is to give to a person or group, and those that it is to take."""
    content = content_for(preset, subject)
    wanted = (
        {one.id: one for one in Role.objects.of(preset.organization_id).filter(id__in=content.roles)} if content else {}
    )
    held = {one.id: one for one in roles_held(preset, subject)}
    given = [wanted[one] for one in sorted(wanted.keys() - held.keys())]
    return given, [held[one] for one in sorted(held.keys() - wanted.keys())]


def with_full_control(organization_id: int, changes: Changes) -> list[Portfolio]:
    """The portfolios that may lose full control by these changes and in which somebody has it for good now."""
    lost = [(changes.leaving, changes.before), (changes.staying, changes.lost)]
    ids = {
        one.id for whom, things in lost if whom for one in things if one.kind == "place" and one.detail == Access.FULL
    }
    return [one for one in _portfolios(organization_id, ids) if portfolios.has_full_control(one)]


def rows_of_work(organization_id: int, subjects: Subjects) -> Iterator[NewRow]:
    """A row of long work for each group, each person added by herself, and each person who is in one of the groups."""
    for one in subject_rows(organization_id, Subjects(groups=subjects.groups)):
        yield NewRow(subject_id=one.id, label=one.name, data={"has_it": True})
    for person in members_of(organization_id, subjects).order_by("id").iterator():
        yield NewRow(subject_id=person.id, label=person.name, data={"has_it": person.id in subjects.people})


def roles_held(preset: Preset, subject: Subject) -> list[Role]:
    """The admin roles that a preset gave to a person or group."""
    mine = {"person": subject} if isinstance(subject, Person) else {"group": subject}
    rows = RoleHolder.objects.of(preset.organization_id).filter(source=Source.PRESET, source_id=preset.id, **mine)
    return [one.role for one in rows.select_related("role").order_by("role_id")]


def given_products(preset: Preset, subject: Subject) -> list[Product]:
    """The products that a preset gave to a person or group."""
    mine = {"person": subject} if isinstance(subject, Person) else {"group": subject}
    rows = ProductAccess.objects.of(preset.organization_id).filter(source=PRESET, source_id=preset.id, **mine)
    return [one.product for one in rows.select_related("product").order_by("product_id")]


def tasks_for(preset: Preset, subject: Subject, content: Content | None) -> list[tuple[Portfolio, list[Wanted]]]:
    """For each portfolio, the tasks that a preset is to give there; none where it gave some and gives none any more."""
    wanted: dict[int, list[Wanted]] = {}
    for place in content.places if content else ():
        rows = [Wanted(object_id=one.object_id, name="", type=one.type, bits=one.bits) for one in sorted(place.tasks)]
        wanted[place.portfolio_id] = rows
    given = TaskGrant.objects.of(preset.organization_id).filter(subject_id=subject.id, source=PRESET)
    for portfolio_id in given.filter(source_id=preset.id).values_list("portfolio_id", flat=True).distinct():
        wanted.setdefault(portfolio_id, [])
    return [(one, wanted[one.id]) for one in _portfolios(preset.organization_id, wanted)]


def _portfolios(organization_id: int, identifiers: Iterable[int]) -> "QuerySet[Portfolio]":
    rows: QuerySet[Portfolio] = Portfolio.objects.of(organization_id).filter(id__in=list(identifiers))
    return rows.order_by("id")
