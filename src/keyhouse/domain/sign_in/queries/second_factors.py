"""Questions about second factors: of whom one is required who has none yet."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person, PersonState, SignInMethod
from keyhouse.domain.sign_in.queries.steps import must_have_second_factor, second_factor_grace
from keyhouse.foundation.keyset import Cut, Order, Place, cut
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

ORDERS = {"name": Order(field="name_folded"), "active": Order(field="last_active_at", nullable=True)}


def without_second_factor(organization_id: int, text: str = "") -> "QuerySet[Person]":
    """The active people who sign in with a password, must set a second factor up, and have none.

    Administrators always must; everyone else where the organization requires it, also within the days of grace.
    """
    rows: QuerySet[Person] = Person.objects.of(organization_id).filter(state=PersonState.ACTIVE)
    apps = Authenticator.objects.of(organization_id).filter(confirmed_at__isnull=False)
    by_sign_on = Q(pk__in=[])
    for connection in connections.sign_on_connections(organization_id):
        if connection.is_on:
            names = [domain.name for domain in connections.domains_at(connection)]
            by_sign_on |= Q(sign_in_method=SignInMethod.SSO, domain_folded__in=names)
    rows = rows.filter(~Exists(apps.filter(person_id=OuterRef("pk")))).exclude(by_sign_on)
    if not organizations.security_settings(organization_id).asks_everyone:
        rows = rows.filter(id__in=administration.administrators(organization_id).values("id"))
    if text:
        folded = text.strip().casefold()
        rows = rows.filter(Q(name_folded__contains=folded) | Q(email_folded__contains=folded))
    return rows


def page_without_second_factor(by: Actor, text: str, order: Order, place: Place, size: int) -> Cut[Person]:
    """One page of them. Raises NotAllowed."""
    authorize(by, Permission.TWO_FACTOR_VIEW, on=facts_of(by.organization_id))
    return cut(without_second_factor(by.organization_id or 0, text), order, place, size)


def number_without_second_factor(by: Actor) -> int:
    """How many they are. Raises NotAllowed."""
    authorize(by, Permission.TWO_FACTOR_VIEW, on=facts_of(by.organization_id))
    return without_second_factor(by.organization_id or 0).count()


def second_factor_due(person: Person) -> dt.datetime | None:
    """When a person's sign-in asks for a second factor at the latest; None where it does so already."""
    return None if must_have_second_factor(person) else second_factor_grace(person)
