"""The list of the security log, and one line with everything that happened with it."""

from urllib.parse import urlencode

from keyhouse import ui
from keyhouse.domain.security_logs import queries
from keyhouse.foundation import ids
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.audit import reading
from keyhouse.foundation.audit.asking import Wanted
from keyhouse.foundation.audit.event import Event
from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.security_logs import words
from keyhouse.tools.admin_center.screens.security_logs.asked import asked, connections_of, portfolios_of

PAGE = 50
TOGETHER = 100


def index(request: ui.Request) -> ui.Response:
    """The list, newest first, with what happened together kept together."""
    organization_id, filters = request.actor.organization_id or 0, asked(request)
    before, after = (ids.parse(request.GET.get(name, "")) for name in ("before", "after"))
    found = reading.found(organization_id, filters.wanted, before=before, after=after, limit=PAGE)
    return ui.render(
        request,
        "security_logs/index",
        found=found,
        rows=words.rows_of(organization_id, found.lines),
        newer=_address(request, after=found.newer) if found.newer else "",
        older=_address(request, before=found.older) if found.older else "",
        is_first=not (before or after),
        filters=filters,
        kinds=kinds(),
        portfolios=portfolios_of(request),
        connections=connections_of(request),
        is_open=any(filters.values[name] for name in ("actor", "target", "ip", "device", "portfolio", "connection")),
        may_manage=Permission.LOGS_MANAGE in request.actor.permissions,
        failing=queries.failing_streams(organization_id),
        tab="log",
    )


def detail(request: ui.Request, event: ui.Id) -> ui.Response:
    """One event with all its facts, and everything that happened with it."""
    organization_id = request.actor.organization_id or 0
    line = audit.event(organization_id, event)
    if line is None:
        raise NotFound()
    together = audit.events(organization_id, Wanted(correlation=line.correlation), limit=TOGETHER)
    return ui.render(
        request,
        "security_logs/detail",
        line=line,
        changes=words.changes_of(line),
        facts=words.facts_of(line),
        target=words.targets_of(organization_id, [line])[line.id],
        actor_is_person=line.actor_id is not None and ids.kind_of(line.actor_id) is ids.Kind.PERSON,
        together=[other for other in reversed(together) if other.id != line.id] if line.correlation else [],
    )


def kinds() -> list[tuple[str, str]]:
    """Every kind of event by its title; where two share one, the name of the event follows."""
    titles = [str(kind.title) for kind in Event.known.values()]
    found = []
    for tag, kind in Event.known.items():
        title = str(kind.title)
        found.append((tag, title if titles.count(title) == 1 else f"{title} ({tag})"))
    return sorted(found, key=lambda pair: pair[1])


def _address(request: ui.Request, **mark: int | None) -> str:
    """The address of a neighboring page: the same filters, and the event next to which it begins."""
    query = {name: value for name, value in request.GET.items() if name not in ("before", "after") and value}
    return f"{request.path}?{urlencode({**query, **mark})}"
