"""Exporting the log: the lines that the filters show, as CSV, JSON or NDJSON, written out while they are read."""

from collections.abc import Iterator
from itertools import chain

from django.http import StreamingHttpResponse

from keyhouse import ui
from keyhouse.domain.security_logs import actions
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.audit.written import as_json
from keyhouse.tools.admin_center.screens.security_logs.asked import asked

HEAD = ["time_utc", "event", "summary", "actor", "actor_id", "target_id", "portfolio_id", "ip", "device"]
HEAD += ["id", "number", "tag", "correlation", "hash"]
TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json", "ndjson": "application/x-ndjson"}


def export(request: ui.Request) -> ui.Response:
    """A file of any length; the export stands in the log itself."""
    form = request.GET.get("format", "csv")
    form, filters = form if form in TYPES else "csv", asked(request)
    lines = actions.export_log(
        by=request.actor, wanted=filters.wanted, format=form.upper(), described=filters.described
    )
    written = {"csv": _csv, "json": _json, "ndjson": _ndjson}[form](lines)
    response = StreamingHttpResponse(written, content_type=TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="security-log.{form}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _csv(lines: Iterator[Line]) -> Iterator[str]:
    return ui.csv_lines(HEAD, (_cells(line) for line in lines))


def _json(lines: Iterator[Line]) -> Iterator[str]:
    """One array, an event a line."""
    first = next(lines, None)
    yield "[\n"
    if first is not None:
        yield as_json(first)
        yield from chain.from_iterable((",\n", as_json(line)) for line in lines)
    yield "\n]\n"


def _ndjson(lines: Iterator[Line]) -> Iterator[str]:
    for line in lines:
        yield f"{as_json(line)}\n"


def _cells(line: Line) -> list[object]:
    return [
        line.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        line.title,
        line.sentence,
        line.actor,
        line.actor_id,
        line.target_id,
        line.within_id,
        line.ip,
        line.device,
        line.id,
        line.sequence,
        line.tag,
        line.correlation,
        line.hash,
    ]
