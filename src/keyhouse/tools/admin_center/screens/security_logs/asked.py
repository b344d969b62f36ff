"""What the address of the log asks for: filters, each with the words that say so and the way to take it away."""

import datetime as dt
import zoneinfo
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.people import queries as people
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.foundation import ids
from keyhouse.foundation.audit.asking import Wanted
from keyhouse.foundation.audit.event import Event

NAMES = ("q", "event", "actor", "target", "ip", "device", "portfolio", "connection", "person", "since", "until")
NOBODY = 0  # an id that nothing has


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The filters of one address: what they want, what stands in their fields, and a chip for each."""

    wanted: Wanted
    values: dict[str, str]
    chips: list[tuple[str, str]] = field(default_factory=list)

    @property
    def described(self) -> str:
        """The filters in words, for the line of an export."""
        return ", ".join(label for label, _query in self.chips)


def asked(request: ui.Request) -> Asked:
    """Read the filters of an address; what can't be read asks for nothing."""
    values = {name: request.GET.get(name, "").replace("\x00", "").strip() for name in NAMES}
    organization_id = request.actor.organization_id or 0
    person = _person(organization_id, values["person"])
    wanted = Wanted(
        text=values["q"],
        tags=(values["event"],) if values["event"] in Event.known else (),
        within=ids.parse(values["portfolio"]),
        concerning=tuple(one for one in (person and person[0], ids.parse(values["connection"])) if one is not None),
        since=_moment(values["since"], is_end=False),
        until=_moment(values["until"], is_end=True),
        actor=values["actor"],
        target=values["target"],
        ip=values["ip"],
        device=values["device"],
    )
    return Asked(wanted=wanted, values=values, chips=_chips(request.GET, values, _shown(request, values, person)))


def _person(organization_id: int, typed: str) -> tuple[int, str] | None:
    """The person who was named by id or address; an address that nobody has is nobody's log."""
    if not typed:
        return None
    identifier = ids.parse(typed)
    if identifier is None:
        found = people.with_address(organization_id, typed.casefold())
        return (found.id, found.name) if found else (NOBODY, typed)
    return identifier, people.names(organization_id, [identifier]).get(identifier, typed)


def _moment(text: str, *, is_end: bool) -> dt.datetime | None:
    """A day or a time in UTC as it stands in an address; a day as an end lasts until it is over."""
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    found = found if found.tzinfo else found.replace(tzinfo=dt.UTC)
    if is_end and len(text) == len("2026-11-24"):
        try:
            return found + dt.timedelta(days=1)
        except OverflowError:
            return None
    return found.astimezone(zoneinfo.ZoneInfo("UTC"))


def _shown(request: ui.Request, values: dict[str, str], person: tuple[int, str] | None) -> dict[str, str]:
    """What each filter says in words; only those that are set."""
    kind = Event.known.get(values["event"])
    found = {
        "q": values["q"] and f"“{values['q']}”",
        "event": str(kind.title) if kind else "",
        "actor": values["actor"] and _("Actor: {name}").format(name=values["actor"]),
        "target": values["target"] and _("Target: {name}").format(name=values["target"]),
        "ip": values["ip"] and _("IP: {name}").format(name=values["ip"]),
        "device": values["device"] and _("Device: {name}").format(name=values["device"]),
        "portfolio": _named(_("Portfolio: {name}"), portfolios_of(request), values["portfolio"]),
        "connection": _named(_("Connection: {name}"), connections_of(request), values["connection"]),
        "person": _("Person: {name}").format(name=person[1]) if person else "",
        "since": values["since"] and _("From {day}").format(day=values["since"]),
        "until": values["until"] and _("Until {day}").format(day=values["until"]),
    }
    return {name: words for name, words in found.items() if words}


def _named(label: str, known: list[tuple[str, str]], chosen: str) -> str:
    return label.format(name=dict(known).get(chosen, chosen)) if chosen else ""


def _chips(query: QueryDict, values: dict[str, str], shown: dict[str, str]) -> list[tuple[str, str]]:
    """Each filter in words, with the query of the same address without it."""
    chips = []
    for name, words in shown.items():
        left = QueryDict(mutable=True)
        left.update({one: value for one, value in values.items() if value and one != name})
        chips.append((words, left.urlencode()))
    return chips


def portfolios_of(request: ui.Request) -> list[tuple[str, str]]:
    """The portfolios of the organization, as choices."""
    rows = portfolios.of_organization(request.actor.organization_id or 0)
    return [(str(one.id), one.name) for one in rows]


def connections_of(request: ui.Request) -> list[tuple[str, str]]:
    """The connections and integrations of the organization, as choices."""
    organization_id = request.actor.organization_id or 0
    rows = [*connections.sign_on_connections(organization_id), *connections.provisioning_connections(organization_id)]
    return sorted(((str(one.id), one.name) for one in rows), key=lambda pair: pair[1].casefold())
