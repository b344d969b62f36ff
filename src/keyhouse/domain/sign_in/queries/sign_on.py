"""Questions of single sign-on: where an address signs in, whom a name means, which requests and attempts there are."""

import copy
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.organizations.models import OrganizationState
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import Person, PersonKind, PersonState, SignInMethod
from keyhouse.domain.sign_in.errors import DomainNotAssigned, NameDoesNotFit, NoSuchSubject, SingleSignOnIsOff
from keyhouse.domain.sign_in.models import (
    ConnectionSubject,
    SeenAssertion,
    Session,
    SignInAttempt,
    SignOnRequest,
    SignOnResult,
)
from keyhouse.domain.sign_in.rules.gate import why_not_usable
from keyhouse.domain.sign_in.rules.sign_on import Purpose, Subject
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.tenancy import rows_of

ROUTED = (PersonState.ACTIVE, PersonState.INVITED)


@dataclass(frozen=True, kw_only=True)
class Route:
    """Where an address signs in: at a connection, or with a password when there is none.

    `person` is the account that decided it; a page must never show whether there is one.
    """

    connection: Connection | None = None
    person: Person | None = None


def route_for(folded: str) -> Route:
    """Where this folded address signs in (sign-on.md 1): only usable people with single sign-on are redirected."""
    person = people.holder_of(folded, PersonKind.WORK)
    if person is None or person.organization is None or person.organization_id is None:
        return Route(person=people.holder_of(folded, PersonKind.PERSONAL))
    if person.state not in ROUTED or person.organization.state != OrganizationState.ACTIVE:
        return Route()
    if person.sign_in_method == SignInMethod.PASSWORD:
        return Route(person=person)
    return Route(person=person, connection=connections.routed_connection(person.organization_id, person.domain))


def enforced_connection(person: Person) -> Connection | None:
    """The connection that a person must use: her password is refused on every path while it is on."""
    if person.organization_id is None or person.sign_in_method == SignInMethod.PASSWORD:
        return None
    found = connections.routed_connection(person.organization_id, person.domain)
    return found if found and found.enforces_sign_on else None


def open_request(connection: Connection, request_id: str) -> SignOnRequest | None:
    """The request of this connection that a message answers, while it lives, answered or not."""
    rows = SignOnRequest.objects.of(connection.organization_id).filter(connection=connection, request_id=request_id)
    found: SignOnRequest | None = rows.filter(until__gt=clock.now()).first()
    return found


def was_seen(connection: Connection, assertion_id: str) -> bool:
    """Whether an assertion of this connection was accepted before."""
    rows = SeenAssertion.objects.of(connection.organization_id)
    return bool(rows.filter(connection=connection, assertion_id=assertion_id).exists())


def link_of(connection: Connection, subject: Subject) -> ConnectionSubject | None:
    """The stored link of a subject."""
    rows = ConnectionSubject.objects.of(connection.organization_id).select_related("person", "person__organization")
    return rows.filter(connection=connection, issuer=subject.issuer, subject=subject.key).first()


def account_at(connection: Connection, name: str) -> Person | None:
    """The work account of the connection's organization with this address; beyond ASCII it must be typed alike."""
    rows = Person.objects.of(connection.organization_id).select_related("organization")
    alike = {"email_folded": name.lower()} if name.isascii() else {"email": name}
    return rows.filter(**alike, kind=PersonKind.WORK).exclude(state=PersonState.DELETED).first()


def person_for(connection: Connection, subject: Subject, *, any_domain: bool = False) -> Person | BrokenRule:
    """Whom a subject means, or the rule that says nobody (sign-on.md 5): first the stored link, then the address."""
    named = account_at(connection, subject.name) if subject.is_address else None
    link = link_of(connection, subject)
    found = link.person if link else named
    if (link is None and not subject.is_address) or (link and named and named.id != link.person_id):
        return NameDoesNotFit(name=subject.name, connection=connection.name)
    if found is None or (found.sign_in_method == SignInMethod.PASSWORD and not any_domain):
        organization = connection.organization.name
        return NoSuchSubject(name=subject.name, organization=organization, connection=connection.name)
    if link is not None:
        return found
    if not any_domain and not connections.is_assigned(connection, found.domain):
        return DomainNotAssigned(name=subject.name, connection=connection.name)
    if not found.holds_address or _known_otherwise(connection, subject, found):
        return NameDoesNotFit(name=subject.name, connection=connection.name)
    return found


def who_signs_in(connection: Connection, subject: Subject) -> Person | BrokenRule:
    """Whom a subject means, her row locked, if she may sign in now; an invited person is judged as the active one."""
    if not connection.is_on:
        return SingleSignOnIsOff(connection=connection.name)
    found = person_for(connection, subject)
    if isinstance(found, BrokenRule):
        return found
    person = people.locked(found)
    judged = copy.copy(person)
    judged.state = PersonState.ACTIVE if person.state == PersonState.INVITED else person.state
    return why_not_usable(judged, person.organization, connection) or person


def _known_otherwise(connection: Connection, subject: Subject, person: Person) -> bool:
    """Whether the provider calls this person something else that is no former address of hers."""
    rows = ConnectionSubject.objects.of(connection.organization_id).filter(connection=connection, person=person)
    return bool(rows.filter(issuer=subject.issuer).exclude(subject__contains="@").exists())


def attempts_at(connection: Connection, support_code: str = "") -> "QuerySet[SignInAttempt]":
    """The attempts at a connection, the newest first, or the one with a support code."""
    rows: QuerySet[SignInAttempt] = SignInAttempt.objects.of(connection.organization_id).filter(connection=connection)
    found = rows.filter(support_code=support_code.strip().upper()) if support_code else rows
    return found.select_related("person").order_by("-id")


def attempt(connection: Connection, identifier: int) -> SignInAttempt | None:
    """One attempt at a connection."""
    return attempts_at(connection).filter(id=identifier).first()


def purpose_of(connection: Connection, handle: str) -> Purpose | None:
    """Why the request was made whose answer waits under a handle."""
    results = SignOnResult.objects.of(connection.organization_id).filter(request__connection=connection)
    found = results.filter(handle_hash=secrets.hash_of(handle)).values_list("request__purpose", flat=True).first()
    return Purpose(found) if found else None


@dataclass(frozen=True, kw_only=True)
class Affected:
    """Whom a connection concerns: how many it routes, how many stay with a password, which System admins it routes."""

    routed: int
    by_password: int
    admins: list[Person]


def affected_by(connection: Connection) -> Affected:
    """Who would sign in through a connection, of the people at its domains."""
    own, names = connection.organization_id, [domain.name for domain in connections.domains_at(connection)]
    at_domains = Q(pk__in=[])
    for name in names:
        at_domains |= Q(email_folded__endswith=f"@{name}")
    rows = Person.objects.of(own).filter(at_domains, state__in=ROUTED)
    routed = rows.filter(sign_in_method=SignInMethod.SSO)
    admins = routed.filter(id__in=administration.system_admins(own).values("id")).order_by("name_folded")
    passwords = rows.filter(sign_in_method=SignInMethod.PASSWORD).count()
    return Affected(routed=routed.count(), by_password=passwords, admins=list(admins[:20]))


def somebody_gets_in_without(organization_id: int) -> bool:
    """Whether an active System admin is Password only, managed by no connection, and has a second factor."""
    admins = administration.lasting_system_admins(organization_id)
    found = admins.filter(managed_by=None, sign_in_method=SignInMethod.PASSWORD)
    return any(credentials.has_second_factor(person) for person in found)


@dataclass(frozen=True, kw_only=True)
class ProviderSession:
    """The session at an identity provider that a session of ours came from."""

    connection: Connection
    name: str
    name_format: str
    session_index: str


def provider_session(organization_id: int | None, session_id: int | None) -> ProviderSession | None:
    """Where a session came from, when its provider wants to be told that it ends."""
    rows = rows_of(Session, organization_id).filter(id=session_id, connection__isnull=False)
    found = rows.select_related("connection", "connection__saml").first()
    if found is None or not found.connection.saml.logout_url:
        return None
    kind = "1.1:nameid-format:emailAddress" if "@" in found.name_id else "2.0:nameid-format:persistent"
    return ProviderSession(
        connection=found.connection,
        name=found.name_id,
        name_format=f"urn:oasis:names:tc:SAML:{kind}",
        session_index=found.session_index,
    )
