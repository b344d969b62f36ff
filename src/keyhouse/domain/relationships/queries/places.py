"""Where a signed-in person may act besides her own organization, and what she may do there; asked at the door."""

import datetime as dt
from dataclasses import dataclass

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.administration.rules import allowed_to_guests
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.models import OrganizationState
from keyhouse.domain.people.models import Person
from keyhouse.domain.relationships.errors import NoPlaceThere, StrongerSignInForHost
from keyhouse.domain.relationships.models import ExternalRelationship, Guest, GuestState, RelationshipState
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Permission, Strength

ENOUGH = Strength.SINGLE_SIGN_ON
RELATED = ("person", "relationship", "relationship__organization", "relationship__partner_organization")


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place as a guest that counts now: the relationship, the host, and what the guest may do there.

    `idle` is how long her session may lie unused there.
    """

    relationship_id: int
    organization_id: int
    organization: str
    home: str
    permissions: frozenset[Permission]
    idle: dt.timedelta | None


def places_to_enter(person: Person) -> list[Guest]:
    """The places of a person that count now, by the name of the host."""
    rows = Guest.objects.shared_with(person.organization_id or 0).filter(person=person, state=GuestState.ACTIVE)
    live = rows.filter(relationship__state=RelationshipState.ACTIVE, relationship__until__gt=clock.now())
    usable = live.filter(organization__state=OrganizationState.ACTIVE).select_related(*RELATED)
    return list(usable.order_by("organization__name_folded", "id"))


def places_with_access(person: Person) -> list[Guest]:
    """The places of a person in which she may open Admin Center."""
    found = places_to_enter(person)
    return [one for one in found if administration.permissions_of(person, one.organization_id)]


def has_places(home_id: int, person_id: int) -> bool:
    """Whether a person is a guest anywhere now."""
    rows = Guest.objects.shared_with(home_id).filter(person_id=person_id, state=GuestState.ACTIVE)
    return bool(rows.filter(relationship__state=RelationshipState.ACTIVE, relationship__until__gt=clock.now()).exists())


def host_of(relationship_id: int, home_id: int) -> str:
    """The name of the host of a relationship, as its guests see it."""
    rows = ExternalRelationship.objects.shared_with(home_id).filter(id=relationship_id)
    return str(rows.values_list("organization__name", flat=True).first() or "")


def place(person: Person, relationship_id: int, strength: Strength) -> Place | None:
    """The place by which a person acts in a host now, or None when it has ended or her sign-in is too weak for it."""
    found = next((one for one in places_to_enter(person) if one.relationship_id == relationship_id), None)
    if found is None:
        return None
    given = allowed_to_guests(administration.permissions_of(person, found.organization_id))
    if needs_strength(found.relationship, given) and strength < ENOUGH:
        return None
    settings = organizations.security_settings(found.organization_id)
    minutes = settings.admin_idle_minutes if given else settings.idle_minutes
    return Place(
        relationship_id=found.relationship_id,
        organization_id=found.organization_id,
        organization=found.relationship.organization.name,
        home=found.relationship.partner_organization.name,
        permissions=given,
        idle=None if minutes is None else dt.timedelta(minutes=minutes),
    )


def needs_strength(relationship: ExternalRelationship, permissions: frozenset[Permission]) -> bool:
    """Whether a second factor or single sign-on is needed: by the host's word, and always for an administrator."""
    return relationship.second_factor_required or bool(permissions)


def entered(person: Person, relationship_id: int | None) -> Guest | None:
    """The place, whatever became of it, by which a person acts in a host."""
    rows = Guest.objects.shared_with(person.organization_id or 0).filter(person=person, relationship_id=relationship_id)
    found: Guest | None = rows.select_related(*RELATED).order_by("-id").first() if relationship_id else None
    return found


def place_to_enter(person: Person, relationship_id: int, strength: Strength) -> Guest:
    """The place by which a person may act in a host now. Raises NoPlaceThere, StrongerSignInForHost."""
    found = next((one for one in places_to_enter(person) if one.relationship_id == relationship_id), None)
    given = administration.permissions_of(person, found.organization_id) if found else frozenset()
    if found is None or not given:
        raise NoPlaceThere()
    if needs_strength(found.relationship, given) and strength < ENOUGH:
        raise StrongerSignInForHost(host=found.relationship.organization.name)
    return found
