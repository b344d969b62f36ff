"""Who may use a product, and why; the gate of the products that are built in."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Q, QuerySet

from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.products import rules
from keyhouse.domain.products.errors import NoProductAccess
from keyhouse.domain.products.models import AccessMode, Product, ProductAccess, Source
from keyhouse.domain.products.rules import Reason, Why
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize, facts_of

GONE = (PersonState.DEACTIVATED, PersonState.DELETED)


def live(now: dt.datetime) -> Q:
    """The condition that a place in a group counts at this moment."""
    return Q(paused=False) & (Q(until=None) | Q(until__gt=now))


def may_use(organization_id: int | None, person_id: int | None, code: str) -> bool:
    """Whether a person of this organization may use a product that is built in; the slow path of the decision's rule.

    A personal login belongs to no organization, so no list of an organization excludes it.
    """
    if organization_id is None or person_id is None:
        return True
    product = Product.objects.of(organization_id).filter(code=code, access=AccessMode.CUSTOM).first()
    return product is None or product.id in chosen_ids(organization_id, person_id, product)


def ensure_access(by: Actor, code: str) -> None:
    """Refuse a person who may not use a product that is built in. Raises NoProductAccess."""
    if by.kind is ActorKind.PERSON and not may_use(by.home_organization_id, by.person_id, code):
        raise NoProductAccess(product=rules.BUILT_IN[code])


def chosen_ids(organization_id: int, person_id: int, product: Product | None = None) -> set[int]:
    """The ids of the products to which a person was given custom access, herself or through a live group."""
    rows = ProductAccess.objects.of(organization_id)
    if product is not None:
        rows = rows.filter(product=product)
    groups = GroupMember.objects.of(organization_id).filter(live(clock.now()), person_id=person_id)
    hers = Q(person_id=person_id) | Q(group_id__in=groups.values("group_id"))
    return set(rows.filter(hers).values_list("product_id", flat=True))


def accounts(product: Product) -> "QuerySet[Person]":
    """Everyone with an account in the product's organization who hasn't left."""
    rows: QuerySet[Person] = Person.objects.of(product.organization_id)
    return rows.exclude(state__in=GONE)


def has_it(product: Product, people: Collection[int] = (), groups: Collection[int] = ()) -> Q:
    """The condition that custom access reaches a person, also with these people and groups beside those chosen."""
    rows = ProductAccess.objects.of(product.organization_id).filter(product=product)
    through = Q(group_id__in=rows.exclude(group=None).values("group_id")) | Q(group_id__in=list(groups))
    members = GroupMember.objects.of(product.organization_id).filter(live(clock.now())).filter(through)
    herself = Q(id__in=rows.exclude(person=None).values("person_id")) | Q(id__in=list(people))
    return herself | Q(id__in=members.values("person_id"))


def people_with(
    by: Actor, product: Product, *, search: str = "", after: tuple[str, int] | None = None, limit: int = 50
) -> list[Person]:
    """Who may use a product, by name, whose name or address holds the text; those after a (folded name, id).

    Raises NotAllowed.
    """
    authorize(by, Permission.PRODUCTS_VIEW, on=facts_of(product.organization_id))
    rows = accounts(product) if not product.is_custom else accounts(product).filter(has_it(product))
    for word in search.casefold().split():
        rows = rows.filter(Q(name_folded__contains=word) | Q(email_folded__contains=word))
    if after is not None:
        name, identifier = after
        rows = rows.filter(Q(name_folded__gt=name) | Q(name_folded=name, id__gt=identifier))
    return list(rows.order_by("name_folded", "id")[:limit])


def number_of_people(product: Product) -> int:
    """How many people may use a product."""
    rows = accounts(product)
    return rows.filter(has_it(product)).count() if product.is_custom else rows.count()


def people_without(
    by: Actor, product: Product, people: Collection[int] = (), groups: Collection[int] = (), limit: int = 50
) -> tuple[int, list[Person]]:
    """Who would have no access with custom access for those chosen, these people and these groups: number and first.

    Raises NotAllowed.
    """
    authorize(by, Permission.PRODUCTS_VIEW, on=facts_of(product.organization_id))
    rows = accounts(product).exclude(has_it(product, people, groups))
    return rows.count(), list(rows.order_by("name_folded", "id")[:limit])


def chosen(product: Product) -> list[ProductAccess]:
    """The people and groups that were chosen for custom access, each with its source, by name."""
    rows = ProductAccess.objects.of(product.organization_id).filter(product=product).select_related("person", "group")
    return sorted(rows, key=lambda one: (one.person.name_folded if one.person else one.group.name_folded, one.id))


def given_directly(product: Product, subject: Person | PersonGroup) -> ProductAccess | None:
    """The access that a person or group was given by an administrator, or None."""
    rows = ProductAccess.objects.of(product.organization_id).filter(product=product, source=Source.DIRECT)
    mine = rows.filter(person_id=subject.id) if isinstance(subject, Person) else rows.filter(group_id=subject.id)
    found: ProductAccess | None = mine.first()
    return found


def given_otherwise(product: Product, subject: Person | PersonGroup) -> list[ProductAccess]:
    """The access that presets and relationships give to this very person or group."""
    rows = ProductAccess.objects.of(product.organization_id).filter(product=product).exclude(source=Source.DIRECT)
    mine = rows.filter(person_id=subject.id) if isinstance(subject, Person) else rows.filter(group_id=subject.id)
    return list(mine.order_by("id"))


def reasons(product: Product, person: Person) -> list[Reason]:
    """Why a person may use a product; none when she may not."""
    return reasons_of(product, [person])[person.id]


def reasons_of(product: Product, people: Collection[Person]) -> dict[int, list[Reason]]:
    """Why each of these people may use a product, in a fixed number of statements."""
    if not product.is_custom:
        return {one.id: [Reason(why=Why.DEFAULT)] for one in people}
    found: dict[int, list[Reason]] = {one.id: [] for one in people}
    rows = ProductAccess.objects.of(product.organization_id).filter(product=product)
    for row in rows.filter(person_id__in=found).order_by("id"):
        found[row.person_id].append(_reason(row, Why.PERSON))
    by_group: dict[int, list[ProductAccess]] = {}
    for row in rows.exclude(group=None).order_by("id"):
        by_group.setdefault(row.group_id, []).append(row)
    places = GroupMember.objects.of(product.organization_id).filter(live(clock.now()), person_id__in=found)
    for place in places.filter(group_id__in=by_group).select_related("group").order_by("group__name_folded"):
        found[place.person_id] += [_reason(row, Why.GROUP, place) for row in by_group[place.group_id]]
    return found


def _reason(row: ProductAccess, why: Why, place: GroupMember | None = None) -> Reason:
    return Reason(
        why=why,
        source=row.source,
        source_id=row.source_id,
        group_id=place.group_id if place else None,
        group=place.group.name if place else "",
        given_by_id=row.given_by_id,
        since=row.given_at,
        until=place.until if place else None,
    )
