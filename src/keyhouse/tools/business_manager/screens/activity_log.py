"""Activity log: what has happened in the portfolio."""

import datetime as dt

from keyhouse import ui
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.foundation.audit import Event
from keyhouse.foundation.audit import queries as audit
from keyhouse.tools.business_manager.door import Request
from keyhouse.tools.business_manager.screens import logs

PAGE = 50
MOST = 10_000
HEAD = ["id", "at", "event", "sentence", "by", "ip"]
ABOUT = ("portfolio.", "grant.", "asset.", "partner.", "person.memberships.", "person.full_control.")


def index(request: Request, portfolio: Portfolio) -> ui.Response:
    """The lines, the newest first."""
    cursor = ui.cursor_of(request)
    wanted, tag = _wanted(request, portfolio)
    found = audit.events(portfolio.organization_id, wanted, before=int(cursor[0]) if cursor else None, limit=PAGE + 1)
    page = ui.page_of(request, found, PAGE, lambda line: [line.id])
    return ui.render(
        request,
        "activity_log",
        portfolio=portfolio,
        page=page,
        lines=logs.masked(request.actor, portfolio, page.rows),
        tag=tag,
        titles=_titles(),
        since=request.GET.get("since", ""),
        is_filtered=bool(tag or request.GET.get("since")),
    )


def export(request: Request, portfolio: Portfolio) -> ui.Response:
    """The lines that the filters show, as a CSV file."""
    wanted, _tag = _wanted(request, portfolio)
    found = audit.events(portfolio.organization_id, wanted, limit=MOST)
    cells = (
        [line.id, f"{line.at:%Y-%m-%dT%H:%M:%SZ}", line.title, line.sentence, line.actor, line.ip]
        for line in logs.masked(request.actor, portfolio, found)
    )
    return ui.csv_download("activity-log.csv", HEAD, cells)


def _wanted(request: Request, portfolio: Portfolio) -> tuple[audit.Wanted, str]:
    known = dict(_titles())
    tag = request.GET.get("event", "") if request.GET.get("event") in known else ""
    since = None
    try:
        since = dt.datetime.combine(dt.date.fromisoformat(request.GET.get("since", "")), dt.time(), tzinfo=dt.UTC)
    except ValueError:
        since = None
    return audit.Wanted(within=portfolio.id, tags=(tag,) if tag else (), since=since), tag


def _titles() -> list[tuple[str, str]]:
    """The kinds of events that happen in portfolios, by title."""
    found = [(tag, str(kind.title)) for tag, kind in Event.known.items() if tag.startswith(ABOUT)]
    return sorted(found, key=lambda pair: pair[1])
