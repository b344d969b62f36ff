"""Questions about guests: who is asked for, who is in, and who may be added."""

from dataclasses import replace

from django.db.models import Q, QuerySet

from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains.rules import Use, allows
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.relationships.errors import CannotBeGuest, GuestAlready, GuestNeedsVerifiedDomain, NoSuchGuest
from keyhouse.domain.relationships.models import OPEN_PLACES, ExternalRelationship, Guest, GuestState, RelationshipState
from keyhouse.domain.relationships.queries.relationships import (
    facts_of_guesting,
    facts_of_hosting,
    facts_of_relationship,
)
from keyhouse.foundation import permissions
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize, facts_of

RELATED = ("person", "relationship", "relationship__organization", "relationship__partner_organization")


def facts_of_guest(by: Actor, found: Guest) -> Facts:
    """What permissions about a guest are decided on: either side may be the actor's organization."""
    return replace(facts_of_relationship(by, found.relationship), person_id=found.person_id)


def guests_of(by: Actor, relationship: ExternalRelationship) -> list[Guest]:
    """The guests of a relationship, asked for or in, by name. Raises NotAllowed."""
    authorize(by, Permission.RELATIONSHIPS_VIEW, on=facts_of_relationship(by, relationship))
    return open_places(relationship)


def open_places(relationship: ExternalRelationship) -> list[Guest]:
    """Everybody in a relationship, asked for or in, by name."""
    rows = Guest.objects.of(relationship.organization_id).filter(relationship=relationship, state__in=OPEN_PLACES)
    return list(rows.select_related(*RELATED).order_by("person__name_folded", "id"))


def requests(by: Actor) -> list[Guest]:
    """The people of other organizations who wait to be let in here, the oldest first. Raises NotAllowed."""
    authorize(by, Permission.RELATIONSHIPS_VIEW, on=facts_of_hosting(by.organization_id or 0))
    rows = Guest.objects.of(by.organization_id or 0).filter(state=GuestState.REQUESTED).select_related(*RELATED)
    return list(rows.filter(relationship__state=RelationshipState.ACTIVE).order_by("id"))


def number_of_requests(organization_id: int) -> int:
    """How many people wait to be let in."""
    rows = Guest.objects.of(organization_id).filter(state=GuestState.REQUESTED)
    return int(rows.filter(relationship__state=RelationshipState.ACTIVE).count())


def guest(by: Actor, identifier: int) -> Guest:
    """One guest of a relationship of the actor's organization, on either side. Raises NoSuchGuest."""
    own, rows = by.organization_id or 0, Guest.objects.select_related(*RELATED)
    found: list[Guest] = [row for side in (rows.of(own), rows.shared_with(own)) for row in side.filter(id=identifier)]
    seen = [one for one in found if permissions.allows(by, Permission.RELATIONSHIPS_VIEW, facts_of_guest(by, one))]
    if not seen:
        raise NoSuchGuest()
    return seen[0]


def locked_guest(found: Guest) -> Guest:
    """The same guest read anew, the row locked until the transaction ends."""
    rows = Guest.objects.of(found.organization_id).select_related(*RELATED)
    again: Guest = rows.select_for_update(of=("self",)).get(id=found.id)
    return again


def living_guest(relationship: ExternalRelationship, person: Person) -> Guest | None:
    """The place of a person in a relationship, asked for or in."""
    rows = Guest.objects.of(relationship.organization_id).filter(relationship=relationship, person=person)
    found: Guest | None = rows.filter(state__in=OPEN_PLACES).first()
    return found


def why_no_guest(relationship: ExternalRelationship, person: Person) -> BrokenRule | None:
    """Why a person can't be added to a relationship, or None."""
    if person.organization_id != relationship.partner_organization_id or person.state != PersonState.ACTIVE:
        return CannotBeGuest(name=person.name, state=person.state)
    return GuestAlready(name=person.name) if living_guest(relationship, person) else None


def places_of(person: Person) -> list[Guest]:
    """The places of a person as a guest in any organization, asked for or in."""
    rows = Guest.objects.shared_with(person.organization_id or 0).filter(person=person, state__in=OPEN_PLACES)
    return list(rows.select_related(*RELATED).order_by("id"))


def candidates(by: Actor, relationship: ExternalRelationship, search: str = "", limit: int = 50) -> list[Person]:
    """The active people of the guest organization who are not in the relationship yet, by name. Raises NotAllowed."""
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=facts_of_guesting(relationship))
    authorize(by, Permission.PEOPLE_VIEW, on=facts_of(relationship.partner_organization_id))
    inside = Guest.objects.of(relationship.organization_id).filter(relationship=relationship, state__in=OPEN_PLACES)
    rows: QuerySet[Person] = Person.objects.of(relationship.partner_organization_id).filter(state=PersonState.ACTIVE)
    for word in search.casefold().split():
        rows = rows.filter(Q(name_folded__contains=word) | Q(email_folded__contains=word))
    return list(rows.exclude(id__in=inside.values("person_id")).order_by("name_folded", "id")[:limit])


def ensure_good_domain(found: Guest) -> None:
    """Refuse an administrator whose own organization neither verified nor trusts the domain of her address.

    Raises GuestNeedsVerifiedDomain.
    """
    person, home = found.person, found.relationship.partner_organization
    if not allows(email_domains.domain_of(person.email_folded, home), Use.ADMIN_ROLE):
        raise GuestNeedsVerifiedDomain(email=person.email, domain=person.domain, organization=home.name)
