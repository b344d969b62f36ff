"""What a connection sends about a person, and how long a person who left can come back."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.lifecycle.errors import AddressMoved, OnHold, TooLate
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person, PersonState, SignInMethod
from keyhouse.domain.people.rules import Profile
from keyhouse.foundation import clock
from keyhouse.foundation.addresses import EmailAddress
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, ActorKind

DAYS_TO_RETURN = 90


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """A person as a connection wants her: None means that it said nothing about it."""

    address: EmailAddress
    profile: Profile = field(default_factory=Profile)
    external_id: str = ""
    active: bool | None = None
    method: SignInMethod | None = None
    invited: bool = False
    manager: str = ""


class How(StrEnum):
    """What becomes of a person whom a connection creates."""

    NEW = "new"
    ADOPT = "adopt"
    RETURN = "return"


@dataclass(frozen=True, kw_only=True)
class Match:
    """How an incoming person meets those who are there; a new one may not hold her address yet."""

    how: How
    person: Person | None = None
    holds_address: bool = True
    is_verified: bool = False


@dataclass(frozen=True, kw_only=True)
class SetUp:
    """What the set-up of an installation has made; the link's secret is shown once."""

    organization: Organization
    domain: EmailDomain
    admin: Person
    activation_link: str


def why_not_back(person: Person, by: Actor) -> BrokenRule | None:
    """Why a deactivated account can't come back now, or None."""
    if person.hold and by.kind is ActorKind.CONNECTION:
        return OnHold(email=person.email)
    if not person.holds_address and person.was_activated:
        return AddressMoved(email=person.email)
    if person.deactivated_at and clock.now() - person.deactivated_at > dt.timedelta(days=DAYS_TO_RETURN):
        return TooLate(email=person.email, days=DAYS_TO_RETURN)
    return None


def is_active_for_connection(person: Person) -> bool:
    """What a connection is told about `active`: a stop by an administrator or by the system isn't its business."""
    return person.state != PersonState.DEACTIVATED
