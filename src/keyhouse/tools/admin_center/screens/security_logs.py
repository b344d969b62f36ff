"""Security logs: who did what, to what, when and from where; searched, exported and verified."""

import datetime as dt
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.administration import actions
from keyhouse.foundation import ids
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.audit import sealing
from keyhouse.foundation.audit.event import Event, Line
from keyhouse.foundation.errors import NotFound

PAGE = 50
HEAD = [_("Time (UTC)"), _("Event"), _("Summary"), _("Actor"), _("IP"), _("Device"), _("Group"), _("Hash")]


def index(request: ui.Request) -> ui.Response:
    """The list, newest first, with what happened together kept together."""
    wanted, text = _wanted(request), request.GET.get("q", "").strip()
    cursor = ui.cursor_of(request)
    lines = audit.found(
        request.actor.organization_id, wanted, text=text, before=cursor[0] if cursor else None, limit=PAGE + 1
    )
    shown = ui.page_of(request, lines, PAGE, lambda line: [line.id])
    return ui.render(
        request,
        "security_logs/index",
        page=shown,
        groups=_groups(shown.rows),
        q=text,
        kinds=_kinds(),
        event=request.GET.get("event", ""),
        since=request.GET.get("since", ""),
        until=request.GET.get("until", ""),
        is_filtered=bool(text or request.GET.get("event") or wanted.since or wanted.until),
    )


def detail(request: ui.Request, event: ui.Id) -> ui.Response:
    """One event with all its facts, and everything that happened with it."""
    line = audit.event(request.actor.organization_id, event)
    if line is None:
        raise NotFound()
    together = audit.events(request.actor.organization_id, audit.Wanted(correlation=line.correlation))
    person = line.target_id if line.target_id and ids.kind_of(line.target_id) is ids.Kind.PERSON else None
    facts = [(_words(name), value) for name, value in sorted(line.facts.items()) if name != "actor" and value != ""]
    return ui.render(
        request,
        "security_logs/detail",
        line=line,
        facts=facts,
        person=person,
        together=[other for other in reversed(together) if other.id != line.id],
    )


def export(request: ui.Request) -> ui.Response:
    """The events that the filters show, as a CSV file; the export stands in the log itself."""
    lines = actions.export_log(by=request.actor, wanted=_wanted(request), text=request.GET.get("q", "").strip())
    rows = (
        [
            line.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            line.title,
            line.sentence,
            line.actor,
            line.ip,
            line.device,
            line.correlation,
            line.hash,
        ]
        for line in lines
    )
    return ui.csv_download("security-log.csv", HEAD, rows)


def verification(request: ui.Request) -> ui.Response:
    """Walk the chain of the log and say whether it holds."""
    broken = sealing.verify(request.actor.organization_id)
    if broken is None:
        return ui.done(request, "admin_center:security_logs", said=_("The log is whole: every sealed block holds."))
    said = _("The log is broken in block {block}: {reason}.").format(block=broken.block, reason=broken.reason)
    return ui.done(request, "admin_center:security_logs", said=said, tone="danger")


def _wanted(request: ui.Request) -> audit.Wanted:
    tag = request.GET.get("event", "")
    return audit.Wanted(
        tags=(tag,) if tag else (),
        since=_day(request.GET.get("since", "")),
        until=_day_after(request.GET.get("until", "")),
    )


def _day(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text[:10]).replace(tzinfo=dt.UTC) if text else None
    except ValueError:
        return None


def _day_after(text: str) -> dt.datetime | None:
    """Where a day has ended; the last of all days ends nothing."""
    day = _day(text)
    try:
        return day + dt.timedelta(days=1) if day else None
    except OverflowError:
        return None


def _kinds() -> list[tuple[str, str]]:
    return sorted(((tag, str(kind.title)) for tag, kind in Event.known.items()), key=lambda pair: pair[1])


def _groups(lines: Any) -> list[list[Line]]:
    return [list(group) for _key, group in groupby(lines, key=lambda line: line.correlation or line.id)]


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()
