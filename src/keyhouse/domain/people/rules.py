"""What a profile is, and when it can be kept."""

import datetime as dt
from dataclasses import dataclass, field, fields
from typing import Any

from keyhouse.domain.people.errors import TooLong
from keyhouse.domain.people.models import Person as Person
from keyhouse.domain.people.models import PersonKind as PersonKind
from keyhouse.domain.people.models import PersonState as PersonState
from keyhouse.domain.people.models import SignInMethod as SignInMethod
from keyhouse.foundation import clock
from keyhouse.foundation.addresses import EmailAddress

USABLE = (PersonState.ADDED, PersonState.INVITED, PersonState.ACTIVE)
STOPPED = (PersonState.LOCKED, PersonState.SUSPENDED)


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What is known about a person besides address and state; `scim` keeps what was sent and no field holds."""

    given_name: str = ""
    family_name: str = ""
    display_name: str = ""
    job_title: str = ""
    department: str = ""
    division: str = ""
    company: str = ""
    cost_center: str = ""
    location: str = ""
    user_type: str = ""
    phone: str = ""
    employee_number: str = ""
    locale: str = ""
    time_zone: str = ""
    start_date: dt.datetime | None = None
    term_date: dt.datetime | None = None
    manager_id: int | None = None
    scim: dict[str, Any] = field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        """The fields by the names of their columns."""
        return {name: getattr(self, name) for name in NAMES}


NAMES = tuple(each.name for each in fields(Profile))
LENGTHS = {name: getattr(Person._meta.get_field(name), "max_length", None) for name in NAMES if name != "manager_id"}


@dataclass(frozen=True, kw_only=True)
class Account:
    """How a new account begins: its state, its sign-in method, who manages it, whether it holds its address."""

    state: PersonState = PersonState.ADDED
    method: SignInMethod = SignInMethod.PASSWORD
    managed_by_id: int | None = None
    external_id: str = ""
    holds_address: bool = True


def profile_of(person: Person) -> Profile:
    """The profile that a person has now."""
    return Profile(**{name: getattr(person, name) for name in NAMES})


def address_of(person: Person) -> EmailAddress:
    """The address by which an account is named."""
    return EmailAddress(typed=person.email, folded=person.email_folded)


def check_lengths(profile: Profile) -> None:
    """Refuse a profile with a text that its field can't hold. Raises TooLong."""
    for name, longest in LENGTHS.items():
        value = getattr(profile, name)
        if longest and isinstance(value, str) and len(value) > longest:
            raise TooLong(field=name.replace("_", " "), longest=longest)


def shown_name(profile: Profile, email: str) -> str:
    """The name shown: as given, else put together from its parts, else the part of the address before the @."""
    kept = profile.scim.get("name", {})
    parts = (profile.given_name, str(kept.get("middleName", "")), profile.family_name)
    formatted = str(kept.get("formatted") or " ".join(part for part in parts if part))
    return profile.display_name or formatted or email.partition("@")[0]


def name_folded(profile: Profile, email: str) -> str:
    """The name shown, as search and sorting compare it."""
    return shown_name(profile, email).casefold()[:400]


COMPARED = ("job_title", "department", "division", "company", "cost_center", "location", "user_type")


def folded(profile: Profile, address: EmailAddress) -> dict[str, str]:
    """What search, sorting and rules compare of a person, by the names of its columns: everything without case."""
    return {
        "email_folded": address.folded,
        "name_folded": name_folded(profile, address.typed),
        **{f"{name}_folded": str(getattr(profile, name)).casefold() for name in COMPARED},
    }


def draft(*, organization_id: int | None, address: EmailAddress, profile: Profile, account: Account) -> Person:
    """A new person who isn't kept yet; her id is made, so that a process can be allowed to create her alone."""
    now = clock.now()
    return Person(
        organization_id=organization_id,
        kind="work" if organization_id is not None else "personal",
        state=account.state,
        email=address.typed,
        holds_address=account.holds_address,
        sign_in_method=account.method,
        managed_by_id=account.managed_by_id,
        made_at=now,
        changed_at=now,
        invited_at=now if account.state == PersonState.INVITED else None,
        deactivated_at=now if account.state == PersonState.DEACTIVATED else None,
        **profile.values(),
        **folded(profile, address),
    )


OWNER_FIELDS = ("phone", "locale", "time_zone")


def source_of(person: Person, name: str) -> str:
    """Who writes a field of a profile: its owner, the identity provider that manages it, or administrators."""
    if name in OWNER_FIELDS:
        return "owner"
    return "identity_provider" if person.managed_by_id is not None else "administrator"
