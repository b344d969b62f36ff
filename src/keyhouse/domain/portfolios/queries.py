"""Questions about portfolios and the places of people in them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from keyhouse.domain.organizations.models import OrganizationState
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.portfolios import rules
from keyhouse.domain.portfolios.errors import SecondFactorNeeded
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Reveal
from keyhouse.domain.portfolios.models import Portfolio as Portfolio
from keyhouse.domain.products import queries as products
from keyhouse.domain.products.models import BUSINESS_MANAGER
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.permissions import Actor, ActorKind, Facts, Permission

UNSEEN = (ActorKind.OPERATOR, ActorKind.SYSTEM)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A portfolio that somebody may open, and with which level; an empty level is a System admin's right to take it."""

    id: int
    name: str
    organization_id: int
    organization: str
    level: str
    needs_full_control: bool


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A person as she is shown to this actor: masked once she has left, unless her row was revealed."""

    id: int
    name: str
    email: str
    is_masked: bool


def counts(now: dt.datetime) -> Q:
    """The condition that a place counts at this moment."""
    return Q(state=MembershipState.ACTIVE) & (Q(until=None) | Q(until__gt=now))


def entered(by: Actor, portfolio_id: int) -> Actor:
    """The actor inside the organization of a portfolio that she may open: found by one query at the door.

    In another organization than her own she has no admin permissions. Raises NoProductAccess, SecondFactorNeeded.
    """
    products.ensure_access(by, BUSINESS_MANAGER)
    places = Membership.objects.everywhere(reason="a person enters the organization of a portfolio she has a place in")
    place = (
        places.filter(counts(clock.now()), person_id=by.person_id, portfolio_id=portfolio_id)
        .select_related("portfolio")
        .first()
        if by.person_id
        else None
    )
    if place is None:
        return by
    if not rules.meets_two_factor_rule(place.portfolio, place.level, by.strength):
        raise SecondFactorNeeded(portfolio=place.portfolio.name)
    at_home = place.organization_id == by.home_organization_id
    return by.entering(place.organization_id, by.permissions if at_home else frozenset())


def portfolio(by: Actor, identifier: int) -> Portfolio:
    """The portfolio with this id that the actor may open: hers by a place in it, or to take as a System admin.

    Raises NotFound.
    """
    if by.organization_id is None:
        raise NotFound()
    portfolios = Portfolio.objects.of(by.organization_id).select_related("organization")
    found: Portfolio | None = portfolios.filter(id=identifier).first()
    if found is None or not (_sees_all(by) or facts_for(by, found).level):
        raise NotFound()
    return found


def named(organization_id: int, name: str) -> Portfolio | None:
    """The portfolio of an organization with this name, whatever its letter case."""
    rows = Portfolio.objects.of(organization_id).filter(name__iexact=" ".join(name.split()))
    found: Portfolio | None = rows.first()
    return found


def of_organization(organization_id: int) -> list[Portfolio]:
    """All portfolios that an organization owns, by name."""
    return list(Portfolio.objects.of(organization_id).order_by("name", "id"))


def locked(on: Portfolio) -> Portfolio:
    """The same portfolio with its row locked, so that two people can't invite the same address at once."""
    found: Portfolio = Portfolio.objects.of(on.organization_id).select_for_update(of=("self",)).get(id=on.id)
    return found


def _sees_all(by: Actor) -> bool:
    return by.kind in UNSEEN or Permission.TAKE_FULL_CONTROL in by.permissions


def facts_for(by: Actor, on: Portfolio, *, person_id: int | None = None) -> Facts:
    """The facts about a portfolio and the actor's standing to it; `person_id` is whom it concerns.

    Who has no access to Business Manager has no standing anywhere in it.
    """
    mine = (
        Membership.objects.of(on.organization_id)
        .filter(counts(clock.now()), portfolio=on, person_id=by.person_id)
        .first()
        if by.person_id
        else None
    )
    if mine is None or not rules.meets_two_factor_rule(on, mine.level, by.strength) or not may_open(by):
        return Facts(organization_id=on.organization_id, portfolio_id=on.id, person_id=person_id)
    return Facts(
        organization_id=on.organization_id,
        portfolio_id=on.id,
        person_id=person_id,
        level=mine.level,
        options=frozenset(mine.options),
    )


def may_open(by: Actor) -> bool:
    """Whether the actor's own organization lets her use Business Manager; others than people aren't asked."""
    is_person = by.kind is ActorKind.PERSON
    return not is_person or products.may_use(by.home_organization_id, by.person_id, BUSINESS_MANAGER)


def openable(by: Actor) -> list[Place]:
    """The portfolios that the actor may open, by name: those she has a place in, and all of her own organization for
    whoever may take full control there; none without access to Business Manager."""
    if not may_open(by):
        return []
    places = [_place(one.portfolio, one.level) for one in portfolios_of(by.person_id)] if by.person_id else []
    if by.home_organization_id is not None and Permission.TAKE_FULL_CONTROL in by.permissions:
        known = {one.id for one in places}
        rest = Portfolio.objects.of(by.home_organization_id).select_related("organization").exclude(id__in=known)
        places += [_place(one, "") for one in rest]
    return sorted(places, key=lambda place: (place.organization.casefold(), place.name.casefold()))


def _place(on: Portfolio, level: str) -> Place:
    return Place(
        id=on.id,
        name=on.name,
        organization_id=on.organization_id,
        organization=on.organization.name,
        level=level,
        needs_full_control=on.needs_full_control,
    )


def portfolios_of(person_id: int) -> list[Membership]:
    """The places that count for this person, with their portfolios, in every organization."""
    places = Membership.objects.everywhere(reason="a person sees her own places in every organization")
    return list(
        places.filter(counts(clock.now()), person_id=person_id)
        .select_related("portfolio", "portfolio__organization")
        .order_by("portfolio__name")
    )


def membership(on: Portfolio, person_id: int) -> Membership:
    """The place of a person in a portfolio, whatever its state. Raises NotFound."""
    places = Membership.objects.of(on.organization_id).select_related("person", "portfolio")
    found: Membership | None = places.filter(portfolio=on, person_id=person_id).first()
    if found is None:
        raise NotFound()
    return found


def place_of(on: Portfolio, person_id: int) -> Membership | None:
    """The place that counts for this person in this portfolio, or None."""
    places = Membership.objects.of(on.organization_id).filter(counts(clock.now()), portfolio=on)
    found: Membership | None = places.filter(person_id=person_id).first()
    return found


def members(on: Portfolio, *, search: str = "") -> list[Membership]:
    """The people whose place in a portfolio counts and whose names may be read, by name."""
    found = (
        Membership.objects.of(on.organization_id)
        .filter(counts(clock.now()), portfolio=on)
        .exclude(person__state__in=(PersonState.DEACTIVATED, PersonState.DELETED))
        .select_related("person")
    )
    if search:
        found = found.filter(
            Q(person__name_folded__contains=search.casefold()) | Q(person__email_folded__contains=search.casefold())
        )
    return list(found.order_by("person__name_folded", "id")[:200])


def with_full_control(on: Portfolio) -> list[Person]:
    """The people who have usable full control of a portfolio and may be told about it."""
    found = Membership.objects.of(on.organization_id).filter(_full_control(clock.now()), portfolio=on)
    return [one.person for one in found.select_related("person").order_by("id")]


def _full_control(now: dt.datetime) -> Q:
    at_work = Q(person__organization=None) | Q(person__organization__state=OrganizationState.ACTIVE)
    begun = Q(person__start_date=None) | Q(person__start_date__lte=now)
    return counts(now) & at_work & begun & Q(person__state=PersonState.ACTIVE, level=Access.FULL)


def has_full_control(on: Portfolio) -> bool:
    """Whether anybody has usable full control of a portfolio for good."""
    rows = Membership.objects.of(on.organization_id)
    return rows.filter(_full_control(clock.now()), portfolio=on, until=None).exists()


def is_last_full_control(on: Portfolio, person_id: int) -> bool:
    """Whether nobody else has usable full control for good; asked with the organization's row locked."""
    rest = Membership.objects.of(on.organization_id).filter(_full_control(clock.now()), portfolio=on, until=None)
    return not rest.exclude(person_id=person_id).exists()


def shown(by: Actor, people: Iterable[Person], organization_id: int) -> dict[int, Shown]:
    """How these people are shown to this actor, by their ids."""
    found = {one.id: one for one in people}
    masked = {one.id for one in found.values() if rules.is_masked(one)}
    open_to_her = _revealed(by, organization_id) if masked else frozenset()
    return {one.id: _shown(one, one.id in masked and one.id not in open_to_her) for one in found.values()}


def _shown(person: Person, is_masked: bool) -> Shown:
    name, email = (rules.MASKED_NAME, rules.MASKED_EMAIL) if is_masked else (person.name, person.email)
    return Shown(id=person.id, name=name, email=email, is_masked=is_masked)


def _revealed(by: Actor, organization_id: int) -> frozenset[int]:
    rows = Reveal.objects.of(organization_id).filter(shown_to_id=by.person_id, until__gt=clock.now())
    return frozenset(rows.values_list("person_id", flat=True))


def overdue(now: dt.datetime) -> list[Membership]:
    """The places whose temporary end has passed and that nobody has removed yet, the oldest first."""
    places = Membership.objects.everywhere(reason="one clean-up serves all organizations")
    over = places.filter(state=MembershipState.ACTIVE, until__lte=now).select_related("portfolio")
    return list(over.order_by("id")[:500])


def shown_by_id(by: Actor, person_ids: Iterable[int], organization_id: int) -> dict[int, Shown]:
    """How the people with these ids are shown to this actor."""
    rows = Person.objects.everywhere(reason="people of several organizations act in a portfolio")
    return shown(by, rows.filter(id__in=set(person_ids)), organization_id)


def hidden_words(by: Actor, on: Portfolio) -> list[tuple[str, str]]:
    """The names and addresses that logs of a portfolio don't show this actor, each with what stands for it."""
    if Permission.REVEAL_MASKED_PEOPLE in by.permissions:
        return []
    places = Membership.objects.of(on.organization_id).filter(portfolio=on).select_related("person")
    left = [one.person for one in places.filter(person__state__in=(PersonState.DEACTIVATED, PersonState.DELETED))]
    hidden = [one for one in left if shown(by, [one], on.organization_id)[one.id].is_masked]
    return [pair for one in hidden for pair in ((one.email, rules.MASKED_EMAIL), (one.name, rules.MASKED_NAME))]
