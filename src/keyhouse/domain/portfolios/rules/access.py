"""Rules about places in a portfolio: levels, what is shown of a person, and how long temporary access lasts."""

import dataclasses
import datetime as dt
import enum
import zoneinfo
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.portfolios.models import Access as Access
from keyhouse.domain.portfolios.models import Membership, MembershipState, Portfolio, TwoFactorRule
from keyhouse.domain.portfolios.models import Option as Option
from keyhouse.foundation.permissions import Strength

MASKED_NAME = "*****"
MASKED_EMAIL = "*****@*****"
TEMPORARY_DAYS = range(3, 76)
REVEALED_FOR = dt.timedelta(minutes=10)
REMOVED_LISTED_FOR = dt.timedelta(days=90)
FIRST_DAY, LAST_DAY = dt.date(1, 1, 2), dt.date(9999, 12, 30)  # the first and last that exist in every time zone

ACCESS_LABELS: dict[Access, Promise] = {
    Access.FULL: _("Full control"),
    Access.APPS: _("Partial access – Apps and integrations"),
    Access.BASIC: _("Partial access – Basic"),
}
OPTION_LABELS: dict[Option, Promise] = {
    Option.FINANCE_VIEW: _("Finance: view"),
    Option.FINANCE_EDIT: _("Finance: edit"),
    Option.PARTNERS: _("Manage partners only"),
    Option.RIGHTS_REVIEW: _("Rights review"),
}


class Status(enum.StrEnum):
    """The status of a row of the People page; the same words as in Admin Center."""

    INACTIVE = "inactive"
    ACTIVE = "active"
    HELD = "held"
    LOCKED = "locked"
    SUSPENDED = "suspended"
    DEACTIVATED = "deactivated"
    EXPIRED = "expired"
    DECLINED = "declined"
    CANCELED = "canceled"
    REMOVED = "removed"


STATUS_OF_STATE = {
    PersonState.ADDED: Status.INACTIVE,
    PersonState.INVITED: Status.INACTIVE,
    PersonState.ACTIVE: Status.ACTIVE,
    PersonState.LOCKED: Status.LOCKED,
    PersonState.SUSPENDED: Status.SUSPENDED,
    PersonState.DEACTIVATED: Status.DEACTIVATED,
    PersonState.DELETED: Status.DEACTIVATED,
}


def status_of(membership: Membership) -> Status:
    """The status of somebody who has a place in the portfolio."""
    if membership.state == MembershipState.REMOVED:
        return Status.REMOVED
    if membership.state == MembershipState.DEACTIVATED:
        return Status.DEACTIVATED
    return STATUS_OF_STATE[PersonState(membership.person.state)]


def is_masked(person: Person) -> bool:
    """Whether the name and address of this person are shown as asterisks, because she has left."""
    return person.state in (PersonState.DEACTIVATED, PersonState.DELETED)


def is_external(person: Person, portfolio: Portfolio) -> bool:
    """Whether she comes from outside the organization of the portfolio."""
    return bool(person.is_work_account and person.organization_id != portfolio.organization_id)


def meets_two_factor_rule(portfolio: Portfolio, level: str, strength: Strength) -> bool:
    """Whether this sign-in is strong enough for what the portfolio asks of people of this level."""
    rule = portfolio.two_factor_rule
    if rule == TwoFactorRule.NONE or (rule == TwoFactorRule.ADMINS and level != Access.FULL):
        return True
    enough = Strength.SINGLE_SIGN_ON if portfolio.assume_sso_is_enough else Strength.TWO_FACTORS
    return strength >= enough


def ends_at(now: dt.datetime, days: int, time_zone: str = "UTC") -> dt.datetime:
    """The end of the day on which temporary access of so many days ends."""
    return end_of_day((now + dt.timedelta(days=days)).date(), time_zone)


def end_of_day(day: dt.date, time_zone: str = "UTC") -> dt.datetime:
    """The last second of a calendar day in a time zone, in UTC."""
    try:
        zone: dt.tzinfo = zoneinfo.ZoneInfo(time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        zone = dt.UTC
    within = min(max(day, FIRST_DAY), LAST_DAY)
    return dt.datetime.combine(within, dt.time(23, 59, 59), tzinfo=zone).astimezone(dt.UTC)


@dataclass(frozen=True, kw_only=True)
class NewAccess:
    """The access that a person is to have: her level, the options beside it, and days until it ends (None: no end)."""

    level: Access = Access.BASIC
    options: frozenset[Option] = frozenset()
    temporary_days: int | None = None


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What can be edited of a portfolio."""

    name: str
    time_zone: str = "UTC"
    vertical: str = ""
    personal_logins_allowed: bool = True
    owners_may_create_accounts: bool = False
    invitation_days: int = 30

    def values(self) -> dict[str, Any]:
        """The fields by the names of their columns."""
        return dataclasses.asdict(self)


def words_for(place: Membership) -> str:
    """The access of a place in words, in the language of the log."""
    words = [str(ACCESS_LABELS[Access(place.level)])]
    words += [str(OPTION_LABELS[Option(one)]) for one in place.options]
    return ", ".join(words) + (f", until {place.until:%d %b %Y}" if place.until else "")
