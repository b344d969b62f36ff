"""What processes are given and answer: people from a connection, a set-up, a list of invited addresses."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.invitations.rules import Candidate, Reason
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person, SignInMethod
from keyhouse.domain.people.rules import Profile
from keyhouse.foundation.addresses import EmailAddress


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


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What an invitation is to give of assets: the objects, the tasks for each type, until when."""

    object_ids: tuple[int, ...]
    tasks: Mapping[str, tuple[str, ...]]
    until: dt.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Failed:
    """An address that couldn't be added: as it was typed, why, and what mends it."""

    typed: str
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What a list of addresses would come to: those that are ready to add, and those that aren't."""

    ready: list[Candidate]
    failed: list[Failed]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of a list of addresses."""

    invited: list[Invitation]
    held: list[Invitation]
    failed: list[Failed]
