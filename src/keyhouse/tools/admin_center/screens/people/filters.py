"""The filters of Directory: what can be chosen in each, and what the address chose."""

from collections.abc import Callable, Sequence

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.directory import queries as directory
from keyhouse.domain.directory.rules import Filter, Seen, Without
from keyhouse.domain.people.rules import PersonState, SignInMethod
from keyhouse.foundation import ids
from keyhouse.foundation.permissions import Actor
from keyhouse.ui.statuses import chip_for

Options = Sequence[tuple[str, ui.Text]]
SHOWN = (
    PersonState.ACTIVE,
    PersonState.INVITED,
    PersonState.ADDED,
    PersonState.LOCKED,
    PersonState.SUSPENDED,
    PersonState.DEACTIVATED,
)
METHODS = {SignInMethod.SSO: _("Single sign-on preferred"), SignInMethod.PASSWORD: _("Password only")}
SEEN = [
    (Seen.NEVER.value, _("Never signed in")),
    (Seen.NOT_FOR_30_DAYS.value, _("Not for 30 days")),
    (Seen.NOT_FOR_90_DAYS.value, _("Not for 90 days")),
]
WITHOUT = [
    (Without.SECOND_FACTOR.value, _("No second factor")),
    (Without.PORTFOLIO.value, _("In no portfolio")),
]
SPECIAL = [("leaving", _("Last day is set")), ("held", _("Hold against the connection"))]
LABELS = {
    "status": _("Status"),
    "domain": _("Domain"),
    "department": _("Department"),
    "group": _("Group"),
    "role": _("Admin role"),
    "managed_by": _("Managed by"),
    "method": _("Sign-in method"),
    "seen": _("Last active"),
    "without": _("Lacks"),
    "special": _("Special"),
}
LISTS: dict[str, Callable[[Actor], Options]] = {
    "status": lambda by: [(one.value, chip_for(one).label) for one in SHOWN],
    "domain": lambda by: [(one, one) for one in directory.domains(by.organization_id or 0)],
    "department": lambda by: [(one, one) for one in directory.departments(by.organization_id or 0)],
    "group": lambda by: [(str(key), name) for key, name in directory.group_names(by.organization_id or 0)],
    "role": lambda by: [(str(key), name) for key, name in directory.role_names(by.organization_id or 0)],
    "managed_by": lambda by: [("0", _("Manual")), *_connections(by)],
    "method": lambda by: [(one.value, label) for one, label in METHODS.items()],
    "seen": lambda by: SEEN,
    "without": lambda by: WITHOUT,
    "special": lambda by: SPECIAL,
}


def _connections(by: Actor) -> Options:
    return [(str(one.id), one.name) for one in connections.provisioning_connections(by.organization_id or 0)]


def choices(by: Actor, query: QueryDict | None = None) -> list[ui.Choice]:
    """The filters with all that can be chosen; with an address, only of those that it uses."""
    wanted = [key for key in LISTS if query is None or key in query]
    return [ui.Choice(key=key, label=LABELS[key], options=_options(by, key, query)) for key in wanted]


def _options(by: Actor, key: str, query: QueryDict | None) -> Options:
    """Departments and domains are texts of people's own, so that those which the address names aren't looked up."""
    if key in ("department", "domain") and query is not None:
        return [(one, one) for one in query.getlist(key)]
    return LISTS[key](by)


def wanted(listing: ui.Listing) -> Filter:
    """The filter that the address of the directory asks for."""
    chosen = listing.chosen
    special = chosen.get("special", ())
    return Filter(
        text=listing.q,
        states=chosen.get("status", ()),
        domains=chosen.get("domain", ()),
        departments=chosen.get("department", ()),
        methods=chosen.get("method", ()),
        groups=_ids(chosen.get("group", ())),
        roles=_ids(chosen.get("role", ())),
        managed_by=_ids(chosen.get("managed_by", ())),
        seen=next(iter(chosen.get("seen", ())), ""),
        without=next(iter(chosen.get("without", ())), ""),
        leaving="leaving" in special,
        held="held" in special,
    )


def _ids(values: Sequence[str]) -> tuple[int, ...]:
    return tuple(ids.parse(one) or 0 for one in values)


def filter_of(request: ui.Request, query: str) -> Filter:
    """The filter behind a part of an address, as saved filters and "everybody who matches" carry it."""
    found = QueryDict(query)
    asked = request.GET
    request.GET = found  # a listing reads the address of its request
    try:
        return wanted(ui.Listing(request, columns=(), choices=choices(request.actor, found)))
    finally:
        request.GET = asked
