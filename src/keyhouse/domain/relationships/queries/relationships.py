"""Questions about relationships: which there are, seen from the host or from the guest organization."""

import datetime as dt
from typing import Literal

from django.db.models import Count, QuerySet

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.relationships import rules
from keyhouse.domain.relationships.errors import NoSuchRelationship
from keyhouse.domain.relationships.models import ExternalRelationship, Guest, GuestState, RelationshipState
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Facts, Permission, allows, authorize, facts_of

Side = Literal["host", "guest"]
RELATED = ("organization", "partner_organization")


def _sides(organization_id: int) -> "list[QuerySet[ExternalRelationship]]":
    """The relationships of an organization as host, and as guest organization."""
    rows = ExternalRelationship.objects.select_related(*RELATED)
    return [rows.of(organization_id), rows.shared_with(organization_id)]


def is_live(found: ExternalRelationship, now: dt.datetime | None = None) -> bool:
    """Whether a relationship lets people in now."""
    return found.state == RelationshipState.ACTIVE and found.until > (now or clock.now())


def facts_of_relationship(by: Actor, found: ExternalRelationship) -> Facts:
    """What permissions about a relationship are decided on: either side may be the actor's organization."""
    is_guest_side = by.organization_id == found.partner_organization_id
    own = found.partner_organization_id if is_guest_side else found.organization_id
    return Facts(organization_id=own, hosted_here=not is_guest_side)


def facts_of_hosting(found: "ExternalRelationship | Guest | int") -> Facts:
    """What the host alone decides on: a relationship, a guest of it, or all of an organization's."""
    return Facts(organization_id=found if isinstance(found, int) else found.organization_id, hosted_here=True)


def facts_of_guesting(found: ExternalRelationship) -> Facts:
    """What the guest organization alone decides on."""
    return facts_of(found.partner_organization_id)


def side_of(by: Actor, found: ExternalRelationship) -> Side:
    """Which side of a relationship the actor's organization is."""
    return "guest" if by.organization_id == found.partner_organization_id else "host"


def listed(by: Actor, *, search: str = "", ended: bool = False) -> list[tuple[ExternalRelationship, int]]:
    """The relationships of the actor's organization on either side, each with the number of its guests.

    A guest doesn't see those by which people are hosted here. Raises NotAllowed.
    """
    authorize(by, Permission.RELATIONSHIPS_VIEW, on=facts_of(by.organization_id))
    state = RelationshipState.ENDED if ended else RelationshipState.ACTIVE
    found = [row for rows in _sides(by.organization_id or 0) for row in rows.filter(state=state)]
    seen = [row for row in found if allows(by, Permission.RELATIONSHIPS_VIEW, facts_of_relationship(by, row))]
    wanted = search.strip().casefold()
    named = [row for row in seen if wanted in other_of(by, row).name_folded]
    counts = number_of_guests(by.organization_id or 0)
    ordered = sorted(named, key=lambda row: (other_of(by, row).name_folded, row.id))
    return [(row, counts.get(row.id, 0)) for row in ordered]


def other_of(by: Actor, found: ExternalRelationship) -> Organization:
    """The other organization of a relationship, as the actor sees it."""
    return found.partner_organization if side_of(by, found) == "host" else found.organization


def number_of_guests(organization_id: int) -> dict[int, int]:
    """How many guests each relationship of an organization has, on either side."""
    counted: dict[int, int] = {}
    for rows in (Guest.objects.of(organization_id), Guest.objects.shared_with(organization_id)):
        each = rows.filter(state=GuestState.ACTIVE).order_by().values("relationship_id").annotate(number=Count("id"))
        counted |= {row["relationship_id"]: row["number"] for row in each}
    return counted


def relationship(by: Actor, identifier: int) -> ExternalRelationship:
    """One relationship of the actor's organization, on either side. Raises NoSuchRelationship."""
    found = next((row for rows in _sides(by.organization_id or 0) for row in rows.filter(id=identifier)), None)
    if found is None or not allows(by, Permission.RELATIONSHIPS_VIEW, facts_of_relationship(by, found)):
        raise NoSuchRelationship()
    return found


def locked(found: ExternalRelationship) -> ExternalRelationship:
    """The same relationship read anew, its row locked until the transaction ends."""
    rows = ExternalRelationship.objects.of(found.organization_id).select_related(*RELATED)
    again: ExternalRelationship = rows.select_for_update(of=("self",)).get(id=found.id)
    return again


def between(host_id: int, guest_id: int) -> ExternalRelationship | None:
    """The relationship by which one organization hosts people of another, where it has not been ended."""
    rows = ExternalRelationship.objects.of(host_id).filter(partner_organization_id=guest_id)
    return rows.filter(state=RelationshipState.ACTIVE).select_related(*RELATED).first()


def guest_organizations(host_id: int) -> set[int]:
    """The organizations whose people may be invited to portfolios of the host."""
    rows = ExternalRelationship.objects.of(host_id).filter(state=RelationshipState.ACTIVE, until__gt=clock.now())
    return set(rows.values_list("partner_organization_id", flat=True))


def due_to_end(now: dt.datetime) -> list[ExternalRelationship]:
    """The relationships of all organizations whose end has come."""
    rows = ExternalRelationship.objects.everywhere(reason="one schedule ends the relationships of all organizations")
    return list(rows.filter(state=RelationshipState.ACTIVE, until__lte=now).select_related(*RELATED).order_by("until"))


def soon_over(now: dt.datetime) -> list[tuple[ExternalRelationship, int]]:
    """The relationships of all organizations of which a reminder is due, with the days before the end."""
    rows = ExternalRelationship.objects.everywhere(reason="one schedule reminds about all relationships")
    soon = rows.filter(until__gt=now, until__lte=now + dt.timedelta(days=max(rules.REMINDED)))
    found = soon.filter(state=RelationshipState.ACTIVE).select_related(*RELATED).order_by("until")
    return [(row, day) for row in found if (day := rules.due_reminder(row, now)) is not None]
