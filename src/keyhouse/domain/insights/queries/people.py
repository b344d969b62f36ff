"""The people behind each figure, as one condition that counts them and lists them alike."""

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from keyhouse.domain.administration.queries.live import live_holdings, live_places
from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.email_domains.models import DomainState, EmailDomain
from keyhouse.domain.insights import rules
from keyhouse.domain.insights.errors import NoSuchFigure
from keyhouse.domain.insights.rules import Figure
from keyhouse.domain.people.models import Person, PersonState, SignInMethod
from keyhouse.domain.portfolios.models import Membership, MembershipState
from keyhouse.foundation import clock
from keyhouse.foundation.keyset import Cut, Order, Place, cut
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

BY_NAME = Order(field="name_folded")
FEW = 1000
PROVED = (DomainState.VERIFIED, DomainState.TRUSTED, DomainState.WARNING)


def figure_named(name: str) -> Figure:
    """The figure of this name. Raises NoSuchFigure."""
    if name not in set(Figure):
        raise NoSuchFigure(figure=name)
    return Figure(name)


def rows(organization_id: int) -> "QuerySet[Person]":
    """Everybody of an organization who was not deleted."""
    found: QuerySet[Person] = Person.objects.of(organization_id).exclude(state=PersonState.DELETED)
    return found


def condition(organization_id: int, figure: Figure) -> Any:
    """What makes somebody one of those whom a figure counts."""
    now, active = clock.now(), Q(state=PersonState.ACTIVE)
    waiting = Q(state__in=[PersonState.ADDED, PersonState.INVITED])
    made: dict[Figure, Any] = {
        Figure.NOT_ACTIVATED: lambda: waiting,
        Figure.NEVER_SIGNED_IN: lambda: (active | waiting) & Q(managed_by__isnull=False, last_active_at=None),
        Figure.INACTIVE_30: lambda: active & Q(last_active_at__lt=now - dt.timedelta(days=30)),
        Figure.INACTIVE_90: lambda: active & Q(last_active_at__lt=now - dt.timedelta(days=90)),
        Figure.LOCKED: lambda: Q(state=PersonState.LOCKED),
        Figure.NO_SECOND_FACTOR: lambda: active & without_second_factor(organization_id),
        Figure.UNPROVED_DOMAIN: lambda: ~Q(state=PersonState.DEACTIVATED) & _unproved(organization_id),
        Figure.STALE_ADMINS: lambda: active & _is_administrator(organization_id) & _is_stale(now),
        Figure.NO_PORTFOLIO: lambda: active & ~Exists(_places(organization_id)),
    }
    found: Any = made[figure]()
    return found


def behind(by: Actor, figure: Figure, place: Place, size: int) -> Cut[Person]:
    """A page of the people behind a figure, by name: gathered where they are few, walked by name where they are many.

    Raises NotAllowed.
    """
    authorize(by, Permission.INSIGHTS_VIEW, on=facts_of(by.organization_id))
    organization_id = by.organization_id or 0
    counted = rows(organization_id).filter(condition(organization_id, figure))
    few = list(counted.order_by().values_list("id", flat=True)[: FEW + 1])
    return cut(counted if len(few) > FEW else rows(organization_id).filter(id__in=few), BY_NAME, place, size)


def without_second_factor(organization_id: int) -> Any:
    """Who signs in with a password and has no authenticator app."""
    proven = Authenticator.objects.of(organization_id).exclude(confirmed_at=None)
    return Q(sign_in_method=SignInMethod.PASSWORD) & ~Exists(proven.filter(person_id=OuterRef("pk")))


def _is_administrator(organization_id: int) -> Q:
    held = live_holdings(organization_id)
    groups = held.filter(group__isnull=False).values("group_id")
    through = live_places(organization_id).filter(group_id__in=groups).values_list("person_id", flat=True)
    direct = held.filter(person__isnull=False).values_list("person_id", flat=True)
    return Q(id__in={*direct, *through})  # few people: the index of ids finds them one by one


def administrators(organization_id: int) -> "QuerySet[Person]":
    """The active people who hold an admin role now, directly or through a group."""
    return rows(organization_id).filter(_is_administrator(organization_id), state=PersonState.ACTIVE)


def _is_stale(now: dt.datetime) -> Q:
    since = now - dt.timedelta(days=rules.STALE_DAYS)
    return Q(last_active_at__lt=since) | Q(last_active_at=None, made_at__lt=since)


def _unproved(organization_id: int) -> Q:
    """Whose domain is not among the proved ones, subdomains counted where the proof includes them."""
    domains = EmailDomain.objects.of(organization_id).filter(state__in=PROVED)
    names = list(domains.values_list("name", "include_subdomains"))
    proved = Q(domain_folded="") | Q(domain_folded__in=[name for name, _ in names])
    for name, includes in names:
        if includes:
            proved |= Q(domain_folded__endswith=f".{name}")
    return ~proved


def _places(organization_id: int) -> Any:
    places = Membership.objects.of(organization_id).filter(state=MembershipState.ACTIVE)
    return places.filter(person_id=OuterRef("pk"))
