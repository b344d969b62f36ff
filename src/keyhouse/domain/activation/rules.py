"""What activating takes: the link in somebody's hand, and what she chose."""

import datetime as dt
from dataclasses import dataclass

from keyhouse.domain.credentials.models import PersonLink
from keyhouse.domain.credentials.rules import NewPassword
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.people.models import Person
from keyhouse.foundation.errors import Refused

AGE, AGE_OF_ADMINISTRATORS = 16, 18
WAIT_FOR_NEW_LINK = dt.timedelta(minutes=2)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A link in somebody's hand and the account that it activates: an activation link, or an invitation's."""

    person: Person
    handle_hash: str
    link: PersonLink | None = None
    invitation: Invitation | None = None


@dataclass(frozen=True, kw_only=True)
class NewApp:
    """An authenticator app that is set up, the code that it shows, and the recovery codes that go with it."""

    secret: str
    code: str
    recovery_codes: list[str]


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What a person chose while activating: her password, her day of birth (checked, never kept), her app."""

    password: NewPassword
    born: dt.date
    app: NewApp | None = None


@dataclass(frozen=True, kw_only=True)
class Activated:
    """Who can sign in now, her first session's secret and end, and why an invitation was not accepted with it."""

    person: Person
    session: str
    until: dt.datetime
    refused: Refused | None = None


def age_on(born: dt.date, today: dt.date) -> int:
    """The age in whole years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
