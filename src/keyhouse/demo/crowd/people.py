"""Generated people with their groups and admin roles, and a line in the log about each."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from keyhouse.demo.crowd import names
from keyhouse.foundation import clock, ids

STATES = (["active"] * 46 + ["invited", "deactivated"]) * 2 + ["suspended", "locked", "added", "invited"]
SPAN = 8  # how many people report to one


class Keep(Protocol):
    """Writes many rows of one table; answers their ids."""

    def __call__(self, app: str, name: str, rows: Iterator[dict[str, Any]], /) -> list[int]: ...


@dataclass(frozen=True, kw_only=True)
class Company:
    """For whom people are generated, the connection that manages most of them, and who writes the rows."""

    organization: int
    connection: int
    begun: dt.datetime
    keep: Keep


def people(company: Company, count: int) -> list[int]:
    """Write so many people; answers their ids."""
    made = [ids.new(ids.Kind.PERSON) for _ in range(count)]
    rows = (_person(company, number, made) for number in range(count))
    company.keep("people", "Person", rows)
    return made


def _person(company: Company, number: int, made: Sequence[int]) -> dict[str, Any]:
    given, family = names.given(number), names.family(number)
    state = STATES[number * names.STEP % len(STATES)]
    home = "acme-labs.example" if state == "added" else "acme.example"
    email = f"{given}.{family}.{number + 1}@{home}".lower()
    by_hand = number % 9 == 0 or state == "added"
    waits = state in ("added", "invited")
    return {
        "id": made[number],
        "organization_id": company.organization,
        "state": state,
        "email": email,
        "email_folded": email,
        "given_name": given,
        "family_name": family,
        "display_name": f"{given} {family}",
        "name_folded": f"{given} {family}".casefold(),
        **_folded("job_title", names.title(number)),
        **_folded("department", names.pick(names.DEPARTMENTS, number)),
        **_folded("location", names.pick(names.PLACES, number)),
        "employee_number": f"E{number + 1:06}",
        "manager_id": made[number // SPAN] if number >= SPAN else None,
        "sign_in_method": "password" if by_hand else "sso",
        "managed_by_id": None if by_hand else company.connection,
        "made_at": company.begun,
        "changed_at": company.begun,
        "invited_at": None if state == "added" else company.begun,
        "activated_at": None if waits else company.begun,
        "deactivated_at": clock.now() - dt.timedelta(days=number % 80) if state == "deactivated" else None,
        "last_active_at": None if waits or number % 23 == 0 else _last_seen(number),
    }


def _folded(name: str, text: str) -> dict[str, str]:
    """A text, and the same as rules compare it."""
    return {name: text, f"{name}_folded": text.casefold()}


def _last_seen(number: int) -> dt.datetime:
    """Most were here within a week, some months ago."""
    minutes = number * names.STEP % (7 * 1440)
    return clock.now() - dt.timedelta(minutes=minutes * (20 if number % 11 == 0 else 1) + 5)


def groups(company: Company, made: Sequence[int]) -> list[int]:
    """Put everybody into the group of a department and of a place."""
    labels = [f"Everybody in {one}" for one in names.DEPARTMENTS] + [f"{one} office" for one in names.PLACES]
    keys = company.keep("groups", "PersonGroup", iter(_groups(company, labels)))
    count, places = len(names.DEPARTMENTS), len(names.PLACES)
    rows = (
        {"organization_id": company.organization, "group_id": keys[place], "person_id": person}
        for number, person in enumerate(made)
        for place in (number * names.STEP % count, count + number * names.STEP % places)
    )
    company.keep("groups", "GroupMember", rows)
    return keys


def _groups(company: Company, labels: Sequence[str]) -> Iterator[dict[str, Any]]:
    for label in labels:
        yield {
            "organization_id": company.organization,
            "name": label,
            "name_folded": label.casefold(),
            "made_at": company.begun,
        }


def roles(company: Company, made: Sequence[int]) -> None:
    """Two custom roles, held by one person in a few hundred."""
    wanted = {"Directory readers": ["people.view", "groups.view"], "Help desk": ["people.manage", "alerts.view"]}
    rows = (
        {
            "organization_id": company.organization,
            "name": name,
            "name_folded": name.casefold(),
            "permissions": permissions,
        }
        for name, permissions in wanted.items()
    )
    keys = company.keep("administration", "Role", rows)
    holders = (
        {
            "organization_id": company.organization,
            "role_id": keys[place % len(keys)],
            "person_id": person,
            "given_at": company.begun,
        }
        for place, person in enumerate(made[7::400])
    )
    company.keep("administration", "RoleHolder", holders)
