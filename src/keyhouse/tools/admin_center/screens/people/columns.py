"""The columns of Directory: how each is headed, what it shows of a person, and what it writes into a file."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.people.rules import Person, SignInMethod
from keyhouse.tools.admin_center.screens.people.filters import METHODS
from keyhouse.ui import cells

Roles = Mapping[int, list[str]]
NAME = ui.Column(key="name", label=_("Name"), sorts=True)
COLUMNS = [
    NAME,
    ui.Column(key="status", label=_("Status"), sorts=True),
    ui.Column(key="job_title", label=_("Job title"), sorts=True),
    ui.Column(key="department", label=_("Department"), sorts=True),
    ui.Column(key="method", label=_("Sign-in method")),
    ui.Column(key="managed_by", label=_("Managed by")),
    ui.Column(key="last_active", label=_("Last active"), sorts=True),
    ui.Column(key="roles", label=_("Admin roles")),
    ui.Column(key="email", label=_("Email"), sorts=True, usual=False),
    ui.Column(key="division", label=_("Division"), usual=False),
    ui.Column(key="company", label=_("Organization"), usual=False),
    ui.Column(key="cost_center", label=_("Cost center"), usual=False),
    ui.Column(key="location", label=_("Location"), usual=False),
    ui.Column(key="employee_number", label=_("Employee number"), usual=False),
    ui.Column(key="phone", label=_("Work phone"), usual=False),
    ui.Column(key="added", label=_("Added"), sorts=True, usual=False),
    ui.Column(key="term_date", label=_("Leaves on"), usual=False),
    ui.Column(key="id", label=_("Account ID"), usual=False),
]


@dataclass(frozen=True)
class Look:
    """How a column looks in the list, and what stands in a file."""

    cell: Callable[[Person, Roles], Any]
    text: Callable[[Person, Roles], object]
    head: str = ""


def _plain(name: str, head: str = "") -> Look:
    return Look(lambda one, roles: getattr(one, name), lambda one, roles: getattr(one, name), head or name)


def _moment(name: str, head: str, none: Any = "–") -> Look:
    return Look(
        lambda one, roles: cells.moment(getattr(one, name), none=none),
        lambda one, roles: _written(getattr(one, name)),
        head,
    )


def _written(at: dt.datetime | None) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""


def _manager(one: Person, roles: Roles) -> Any:
    return one.managed_by.name if one.managed_by else cells.quiet(_now("Manual"))


def _roles(one: Person, roles: Roles) -> str:
    return ", ".join(roles.get(one.id, []))


LOOKS: dict[str, Look] = {
    "status": Look(lambda one, roles: cells.status(one.state), lambda one, roles: one.state, "status"),
    "job_title": _plain("job_title"),
    "department": _plain("department"),
    "method": Look(
        lambda one, roles: METHODS.get(SignInMethod(one.sign_in_method), ""),
        lambda one, roles: one.sign_in_method,
        "authentication_method",
    ),
    "managed_by": Look(_manager, lambda one, roles: one.managed_by.name if one.managed_by else "Manual", "managed_by"),
    "last_active": _moment("last_active_at", "last_active", _("never")),
    "roles": Look(_roles, _roles, "admin_roles"),
    "email": _plain("email"),
    "division": _plain("division"),
    "company": _plain("company", "organization"),
    "cost_center": _plain("cost_center"),
    "location": _plain("location"),
    "employee_number": _plain("employee_number"),
    "phone": _plain("phone"),
    "added": _moment("made_at", "added"),
    "term_date": _moment("term_date", "term_date"),
    "id": _plain("id", "account_id"),
}
FIRST = ["account_id", "email", "first_name", "last_name", "display_name"]


def row(person: Person, roles: Roles, shown: list[ui.Column], address: str, *, may_manage: bool) -> str:
    """One person of the list."""
    name = person.name
    who = cells.person(name, person.email, address, off=person.state == "deactivated")
    parts = [cells.check("person", person.id, _now("Choose {name}").format(name=name))] if may_manage else []
    parts.append(cells.cell(who))
    parts += [cells.cell(LOOKS[one.key].cell(person, roles), label=one.label) for one in shown]
    if may_manage:
        parts.append(cells.menu(f"{address}menu/", _now("Actions for {name}").format(name=name)))
    return cells.row(parts)


def head_of_file(shown: list[ui.Column]) -> list[str]:
    """The first line of the file: who somebody is, then the columns that are shown."""
    return [*FIRST, *(LOOKS[one.key].head for one in shown if LOOKS[one.key].head not in FIRST)]


def line_of_file(person: Person, roles: Roles, shown: list[ui.Column]) -> list[object]:
    """The line of one person."""
    looks = [LOOKS[one.key] for one in shown if LOOKS[one.key].head not in FIRST]
    first = [person.id, person.email, person.given_name, person.family_name, person.display_name]
    return [*first, *(one.text(person, roles) for one in looks)]
