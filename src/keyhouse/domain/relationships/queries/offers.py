"""Questions about offers of relationships: those made here, and those that have reached this organization."""

import datetime as dt

from django.db.models import Q, QuerySet

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.people import queries as people
from keyhouse.domain.relationships import rules
from keyhouse.domain.relationships.errors import NoSuchOffer, WrongRelationshipId
from keyhouse.domain.relationships.models import InvitationKind, OfferState, RelationshipInvitation
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize

REACHED = "an offer is found by the address it was mailed to, whoever made it"


def facts_of_offers(organization_id: int | None) -> Facts:
    """What offering is decided on: an organization's own affair, and not one of its guests'."""
    return Facts(organization_id=organization_id, hosted_here=True)


def facts_of_answer(by: Actor, found: RelationshipInvitation) -> Facts:
    """What answering an offer is decided on: it reached the actor's organization, or is its own, which none answers."""
    own = by.organization_id or 0
    reached = (
        own in (found.organization_id, found.partner_organization_id) or _received(own).filter(id=found.id).exists()
    )
    return facts_of_offers(own if reached else None)


def offers_made(by: Actor) -> list[RelationshipInvitation]:
    """The offers of the actor's organization, the newest first. Raises NotAllowed."""
    authorize(by, Permission.RELATIONSHIPS_VIEW, on=facts_of_offers(by.organization_id))
    rows = RelationshipInvitation.objects.of(by.organization_id or 0).select_related("partner_organization")
    return list(rows.order_by("-id")[:100])


def offers_received(by: Actor) -> list[RelationshipInvitation]:
    """The offers that wait for an answer of the actor's organization, the newest first. Raises NotAllowed."""
    authorize(by, Permission.RELATIONSHIPS_VIEW, on=facts_of_offers(by.organization_id))
    return list(_received(by.organization_id or 0).order_by("-id")[:100])


def _received(organization_id: int) -> "QuerySet[RelationshipInvitation]":
    """Those bound to the organization by their code, and those mailed to an administrator of it who may answer."""
    admins = administration.people_with(organization_id, Permission.RELATIONSHIPS_MANAGE)
    addresses = [one.email_folded for one in admins if one.organization_id == organization_id and one.holds_address]
    mailed = Q(kind=InvitationKind.MAIL, partner_organization=None, email_folded__in=addresses)
    rows = RelationshipInvitation.objects.everywhere(reason=REACHED).filter(state=OfferState.WAITING)
    found: QuerySet[RelationshipInvitation] = rows.filter(until__gt=clock.now()).exclude(
        organization_id=organization_id
    )
    return found.filter(Q(partner_organization_id=organization_id) | mailed)


def offer(by: Actor, identifier: int) -> RelationshipInvitation:
    """One offer that was made here or has reached the actor's organization. Raises NoSuchOffer."""
    own = by.organization_id or 0
    mine = RelationshipInvitation.objects.of(own).select_related("organization").filter(id=identifier).first()
    found: RelationshipInvitation | None = mine or _received(own).filter(id=identifier).first()
    if found is None:
        raise NoSuchOffer()
    return found


def locked_offer(found: RelationshipInvitation) -> RelationshipInvitation:
    """The same offer read anew, its row locked until the transaction ends."""
    rows = RelationshipInvitation.objects.of(found.organization_id).select_related("organization")
    again: RelationshipInvitation = rows.select_for_update(of=("self",)).get(id=found.id)
    return again


def offer_of_code(code: str) -> RelationshipInvitation:
    """The offer of a relationship ID that nobody has entered yet. Raises WrongRelationshipId."""
    hashed = rules.code_hash(code)
    rows = RelationshipInvitation.objects.everywhere(reason="a relationship ID is found by its hash, whoever made it")
    unused = rows.filter(code_hash=hashed, state=OfferState.WAITING, until__gt=clock.now(), partner_organization=None)
    found: RelationshipInvitation | None = unused.select_related("organization").first() if hashed else None
    if found is None:
        raise WrongRelationshipId()
    return found


def names_of_makers(organization_id: int, found: list[RelationshipInvitation]) -> dict[int, str]:
    """The names of the administrators of an organization who made these offers, by their ids."""
    return people.names(organization_id, [one.made_by_id for one in found if one.made_by_id])


def is_own_address(organization_id: int, folded: str) -> bool:
    """Whether an address is that of an account of this organization."""
    return people.at_address(organization_id, folded) is not None


def number_of_offers_since(organization_id: int, since: dt.datetime) -> int:
    """How many invitations an organization has mailed since a moment."""
    rows = RelationshipInvitation.objects.of(organization_id).filter(kind=InvitationKind.MAIL, made_at__gte=since)
    return int(rows.count())
