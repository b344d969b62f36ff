"""The list of people in a portfolio, together with those who are invited: the rows of the People page."""

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.invitations.models import WAITING, Invitation, InvitationState
from keyhouse.domain.invitations.rules import ENDED_LISTED_FOR
from keyhouse.domain.people.models import Person, PersonKind, PersonState, SignInMethod
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios import rules
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Portfolio
from keyhouse.domain.portfolios.rules import Status
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor

GONE = (PersonState.DEACTIVATED, PersonState.DELETED)


class Tab(enum.StrEnum):
    """The tabs of the People page."""

    ALL = "all"
    INVITATIONS = "invitations"
    HELD = "held"
    REMOVED = "removed"


class TwoFactor(enum.StrEnum):
    """How somebody's second factor stands."""

    ON = "on"
    BY_SIGN_ON = "by_sign_on"
    OFF = "off"


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What is asked of the list; what is left empty does not matter."""

    tab: Tab = Tab.ALL
    search: str = ""
    status: str = ""
    access: str = ""
    login: str = ""


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """A line of the People page: somebody with a place in the portfolio, or an invitation.

    `id` is the person's or the invitation's, `place_id` orders the list. `hint` says more about the status.
    """

    id: int
    place_id: int
    is_invitation: bool
    name: str
    email: str
    is_masked: bool
    status: Status
    hint: str
    access: Access
    options: tuple[str, ...]
    login: str
    two_factor: TwoFactor | None
    last_active: dt.datetime | None
    ends: dt.datetime | None
    waits_for_full_control: bool = False


def people(
    by: Actor, portfolio: Portfolio, filters: Filters, *, before: int | None = None, limit: int = 50
) -> list[PersonRow]:
    """The newest rows of a tab that fit the filters, at most `limit`, older than the place `before`."""
    places = list(_ordered(_places(portfolio, filters), before, limit))
    invitations = list(_ordered(_invitations(portfolio, filters), before, limit))
    shown = portfolios.shown(by, [one.person for one in places], portfolio.organization_id)
    factors = _two_factor([one.person for one in places])
    rows = [_of_place(one, portfolio, shown[one.person_id], factors[one.person_id]) for one in places]
    rows += [_of_invitation(one, portfolio) for one in invitations]
    return sorted(rows, key=lambda row: -row.place_id)[:limit]


def row_of(by: Actor, portfolio: Portfolio, identifier: int) -> PersonRow | None:
    """The line of one person or invitation, or None when the portfolio has none such."""
    place = _all_places(portfolio).filter(person_id=identifier).first()
    if place is not None:
        shown = portfolios.shown(by, [place.person], portfolio.organization_id)
        return _of_place(place, portfolio, shown[identifier], _two_factor([place.person])[identifier])
    invited = Invitation.objects.of(portfolio.organization_id).select_related("person")
    found = invited.filter(portfolio=portfolio, id=identifier).first()
    return _of_invitation(found, portfolio) if found else None


def tab_counts(portfolio: Portfolio) -> dict[Tab, int]:
    """How many rows each tab has."""
    return {
        tab: _places(portfolio, Filters(tab=tab)).count() + _invitations(portfolio, Filters(tab=tab)).count()
        for tab in Tab
    }


def _ordered(rows: "QuerySet[Membership] | QuerySet[Invitation]", before: int | None, limit: int) -> Iterable:  # type: ignore[type-arg]
    return (rows.filter(id__lt=before) if before is not None else rows).order_by("-id")[:limit]


def _all_places(portfolio: Portfolio) -> "QuerySet[Membership]":
    found: QuerySet[Membership] = Membership.objects.of(portfolio.organization_id).filter(portfolio=portfolio)
    return found.select_related("person")


def _places(portfolio: Portfolio, filters: Filters) -> "QuerySet[Membership]":
    rows, now = _all_places(portfolio), clock.now()
    over = Q(state=MembershipState.REMOVED) | Q(state=MembershipState.ACTIVE, until__lte=now)
    if filters.tab in (Tab.INVITATIONS, Tab.HELD):
        return rows.none()
    if filters.tab is Tab.REMOVED:
        listed = now - rules.REMOVED_LISTED_FOR
        rows = rows.filter(over).filter(Q(ended_at__gt=listed) | Q(ended_at=None, until__gt=listed))
    else:
        rows = rows.exclude(over)
    if filters.search:
        text = filters.search.strip().casefold()
        named = Q(person__name_folded__contains=text) | Q(person__email_folded__contains=text)
        rows = rows.filter(named).exclude(person__state__in=GONE)
    if filters.status:
        rows = rows.filter(_with_status(filters.status))
    if filters.access:
        rows = rows.filter(level=filters.access)
    return rows.filter(_with_login(filters.login, portfolio)) if filters.login else rows


def _with_status(status: str) -> Q:
    left = Q(state=MembershipState.DEACTIVATED) | Q(person__state__in=GONE)
    if status == Status.DEACTIVATED:
        return left
    states = [state for state, shown in rules.STATUS_OF_STATE.items() if shown == status and state not in GONE]
    return Q(person__state__in=states) & ~left


def _with_login(login: str, portfolio: Portfolio) -> Q:
    if login == "personal":
        return Q(person__kind=PersonKind.PERSONAL)
    own = Q(person__organization_id=portfolio.organization_id)
    return own if login == "work" else Q(person__kind=PersonKind.WORK) & ~own


def _invitations(portfolio: Portfolio, filters: Filters) -> "QuerySet[Invitation]":
    rows: QuerySet[Invitation] = Invitation.objects.of(portfolio.organization_id).filter(portfolio=portfolio)
    recent = clock.now() - ENDED_LISTED_FOR
    waits = Q(state__in=WAITING, until__gt=clock.now())
    expired = Q(state=InvitationState.EXPIRED, until__gt=recent) | Q(
        state__in=WAITING, until__lte=clock.now(), until__gt=recent
    )
    declined = Q(state=InvitationState.DECLINED, ended_at__gt=recent)
    wanted = {
        Tab.ALL: waits | expired | declined,
        Tab.INVITATIONS: waits & ~Q(state=InvitationState.HELD) | expired | declined,
        Tab.HELD: waits & Q(state=InvitationState.HELD),
        Tab.REMOVED: Q(pk=None),
    }[filters.tab]
    rows = rows.filter(wanted)
    if filters.search:
        rows = rows.filter(email_folded__contains=filters.search.strip().casefold())
    if filters.access:
        rows = rows.filter(level=filters.access)
    if filters.login:
        rows = rows.filter(kind=filters.login) if filters.login in ("work", "personal") else rows.none()
    if filters.status:
        rows = rows.filter(_invited_with(filters.status, waits, expired, declined))
    return rows.select_related("person")


def _invited_with(status: str, waits: Q, expired: Q, declined: Q) -> Q:
    held = Q(state=InvitationState.HELD)
    found = {
        Status.INACTIVE: waits & ~held,
        Status.HELD: waits & held,
        Status.EXPIRED: expired,
        Status.DECLINED: declined,
    }
    return found.get(Status(status), Q(pk=None)) if status in set(Status) else Q(pk=None)


def _two_factor(of: list[Person]) -> dict[int, TwoFactor]:
    rows = Authenticator.objects.everywhere(reason="members of a portfolio come from several organizations")
    have = set(rows.filter(person__in=of).exclude(confirmed_at=None).values_list("person_id", flat=True))
    found = {}
    for one in of:
        by_sign_on = one.sign_in_method == SignInMethod.SSO and one.is_work_account
        found[one.id] = TwoFactor.ON if one.id in have else TwoFactor.BY_SIGN_ON if by_sign_on else TwoFactor.OFF
    return found


def _of_place(place: Membership, portfolio: Portfolio, shown: portfolios.Shown, factor: TwoFactor) -> PersonRow:
    status = rules.status_of(place)
    if place.until is not None and place.until <= clock.now():
        status = Status.REMOVED
    return PersonRow(
        id=place.person_id,
        place_id=place.id,
        is_invitation=False,
        name=shown.name,
        email=shown.email,
        is_masked=shown.is_masked,
        status=status,
        hint="not_activated" if status is Status.INACTIVE else "",
        access=Access(place.level),
        options=tuple(place.options),
        login=_login(place.person, portfolio),
        two_factor=None if shown.is_masked else factor,
        last_active=None if shown.is_masked else place.person.last_active_at,
        ends=place.until,
        waits_for_full_control=bool(place.returns_to),
    )


def _login(person: Person, portfolio: Portfolio) -> str:
    if rules.is_external(person, portfolio):
        return "external"
    return "work" if person.is_work_account else "personal"


def _of_invitation(invited: Invitation, portfolio: Portfolio) -> PersonRow:
    status = {
        InvitationState.HELD: Status.HELD,
        InvitationState.DECLINED: Status.DECLINED,
        InvitationState.EXPIRED: Status.EXPIRED,
        InvitationState.CANCELED: Status.CANCELED,
    }.get(InvitationState(invited.state), Status.INACTIVE)
    if invited.state in WAITING and invited.until <= clock.now():
        status = Status.EXPIRED
    person = invited.person
    return PersonRow(
        id=invited.id,
        place_id=invited.id,
        is_invitation=True,
        name=person.name if person and not rules.is_masked(person) else "",
        email=invited.email,
        is_masked=False,
        status=status,
        hint="in_review" if invited.state == InvitationState.REVIEW else "",
        access=Access(invited.level),
        options=tuple(invited.options),
        login=_login(person, portfolio) if person else invited.kind,
        two_factor=None,
        last_active=None,
        ends=None,
    )
