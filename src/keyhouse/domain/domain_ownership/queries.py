"""Questions about who owns a domain: what depends on it, who may approve its trust, and who asks for it."""

import datetime as dt
from typing import Literal

from django.db.models import Count, Q, QuerySet

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.administration.models import SYSTEM_ADMIN, RoleHolder
from keyhouse.domain.connections.models import RoutedDomain
from keyhouse.domain.domain_ownership.errors import NoSuchRelease
from keyhouse.domain.domain_ownership.models import DomainRelease, ReleaseState
from keyhouse.domain.domain_ownership.rules import NEW_ADMIN, Effects
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains.queries import EmailDomain
from keyhouse.domain.invitations.models import Invitation, InvitationState
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.portfolios.models import Membership, MembershipState
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

Route = Literal["approval", "mail", "second_admin"]
RELATED = ("organization", "partner_organization", "domain")


def people_at(domain: EmailDomain) -> "QuerySet[Person]":
    """The accounts of the organization whose address falls under a domain, with its subdomains where it has them."""
    rows: QuerySet[Person] = Person.objects.of(domain.organization_id).exclude(state=PersonState.DELETED)
    below = Q(domain_folded__endswith=f".{domain.name}") if domain.include_subdomains else Q()
    return rows.filter(Q(domain_folded=domain.name) | below) if below else rows.filter(domain_folded=domain.name)


def effects_of(by: Actor, domain: EmailDomain) -> Effects:
    """What a domain affects: its people, connections, invitations, portfolios and administrators. Raises NotAllowed."""
    authorize(by, Permission.DOMAINS_VIEW, on=facts_of(domain.organization_id))
    own, people = domain.organization_id, people_at(domain)
    routes = RoutedDomain.objects.of(own).filter(domain=domain).select_related("connection")
    places = Membership.objects.of(own).filter(state=MembershipState.ACTIVE, person__in=people.values("id"))
    counted = places.values_list("portfolio__name").annotate(number=Count("person", distinct=True))
    holders = RoleHolder.objects.of(own).filter(person__in=people.values("id"), paused=False)
    invitations = _invitations_at(domain)
    return Effects(
        people=people.count(),
        waiting=people.filter(state__in=(PersonState.ADDED, PersonState.INVITED)).count(),
        connections=tuple(route.connection.name for route in routes),
        administrators=tuple(sorted({one.name for one in people.filter(id__in=holders.values("person_id"))})),
        portfolios=tuple(counted.order_by("portfolio__name")),
        invitations=invitations.filter(state=InvitationState.PENDING).count(),
        held=invitations.filter(state=InvitationState.HELD).count(),
    )


def held_invitations(by: Actor, domain: EmailDomain) -> list[Invitation]:
    """The invitations that wait for a domain, the oldest first. Raises NotAllowed."""
    authorize(by, Permission.DOMAINS_VIEW, on=facts_of(domain.organization_id))
    rows = _invitations_at(domain).filter(state=InvitationState.HELD)
    return list(rows.select_related("portfolio").order_by("id")[:100])


def held_invitation(by: Actor, domain: EmailDomain, identifier: int) -> Invitation | None:
    """One invitation that waits for a domain. Raises NotAllowed."""
    return next((one for one in held_invitations(by, domain) if one.id == identifier), None)


def _invitations_at(domain: EmailDomain) -> "QuerySet[Invitation]":
    rows: QuerySet[Invitation] = Invitation.objects.of(domain.organization_id).filter(until__gt=clock.now())
    at = Q(email_folded__endswith=f"@{domain.name}")
    return rows.filter(at | Q(email_folded__endswith=f".{domain.name}") if domain.include_subdomains else at)


def connections_of(organization_id: int) -> dict[int, str]:
    """The names of the sign-on connections of an organization, by the domain that is assigned to each."""
    routes = RoutedDomain.objects.of(organization_id).select_related("connection")
    return {route.domain_id: route.connection.name for route in routes}


def numbers_of_people(organization_id: int) -> dict[str, int]:
    """How many accounts of an organization have an address at each domain."""
    rows = Person.objects.of(organization_id).exclude(state=PersonState.DELETED).order_by()
    return dict(rows.values_list("domain_folded").annotate(number=Count("id")))


def other_approvers(by: Actor) -> list[Person]:
    """The other active System admins, one of whom must approve a trusted domain."""
    found = administration.people_with(by.organization_id or 0, Permission.APPROVE_TRUSTED_DOMAIN)
    return [one for one in found if one.state == PersonState.ACTIVE and one.id != by.person_id]


def trust_route(by: Actor) -> Route:
    """How this administrator gets a domain trusted: by another's approval, by her own mail, or not yet."""
    if other_approvers(by):
        return "approval"
    rows = RoleHolder.objects.of(by.organization_id or 0).filter(role__code=SYSTEM_ADMIN, paused=False)
    since = rows.filter(person_id=by.person_id).order_by("given_at").values_list("given_at", flat=True).first()
    return "mail" if since is not None and clock.now() - since < NEW_ADMIN else "second_admin"


def release_of(domain: EmailDomain) -> DomainRelease | None:
    """The last ask for release of a domain by this organization."""
    rows = DomainRelease.objects.of(domain.organization_id).filter(domain=domain)
    found: DomainRelease | None = rows.order_by("-id").first()
    return found


def asked_of(by: Actor) -> list[DomainRelease]:
    """What other organizations ask of the actor's, the oldest first. Raises NotAllowed."""
    authorize(by, Permission.DOMAINS_VIEW, on=facts_of(by.organization_id))
    rows = DomainRelease.objects.shared_with(by.organization_id or 0).filter(state=ReleaseState.ASKED)
    return list(rows.select_related(*RELATED).order_by("id"))


def number_asked_of(organization_id: int) -> int:
    """How many asks wait for an answer of this organization."""
    return int(DomainRelease.objects.shared_with(organization_id).filter(state=ReleaseState.ASKED).count())


def asked_for(by: Actor, name: str) -> list[DomainRelease]:
    """What other organizations ask about one domain of the actor's organization. Raises NotAllowed."""
    return [one for one in asked_of(by) if one.name == name]


def release(by: Actor, identifier: int) -> DomainRelease:
    """One ask that waits for an answer of the actor's organization. Raises NoSuchRelease."""
    rows = DomainRelease.objects.shared_with(by.organization_id or 0).select_related(*RELATED)
    found: DomainRelease | None = rows.filter(id=identifier).first()
    if found is None:
        raise NoSuchRelease()
    return found


def locked_release(found: DomainRelease) -> DomainRelease:
    """The same ask read anew, its row locked until the transaction ends."""
    rows = DomainRelease.objects.of(found.organization_id).select_related(*RELATED)
    again: DomainRelease = rows.select_for_update(of=("self",)).get(id=found.id)
    return again


def was_proved_lately(domain: EmailDomain, within: dt.timedelta) -> bool:
    """Whether the right proof of a domain was seen within this time although another organization has verified it."""
    return domain.contested_at is not None and clock.now() - domain.contested_at < within


def was_asked_lately(domain: EmailDomain, within: dt.timedelta) -> bool:
    """Whether the owner was asked and hasn't answered, or kept the domain within this time."""
    last = release_of(domain)
    if last is None:
        return False
    kept = last.state == ReleaseState.KEPT and last.answered_at is not None
    return last.state == ReleaseState.ASKED or bool(kept and clock.now() - (last.answered_at or clock.now()) < within)


def owned_row(found: DomainRelease) -> EmailDomain | None:
    """The owner's copy of the domain that is asked for."""
    return email_domains.named(found.partner_organization_id, found.name)
