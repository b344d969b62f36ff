"""Long work: what is being done to many, how far it is, and what became of each row."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.bulk_changes import queries as bulk_changes
from keyhouse.foundation import ids
from keyhouse.foundation.long_work import Outcome, WorkState, queries
from keyhouse.foundation.long_work.beginning import stop as stop_work
from keyhouse.foundation.permissions import Permission

PAGE = 50
NEEDS = (
    Permission.PEOPLE_VIEW,
    Permission.GROUPS_VIEW,
    Permission.PRESETS_VIEW,
    Permission.PRODUCTS_VIEW,
    Permission.ORGANIZATION_VIEW,
)
HEAD = ["id", "name", "outcome", "reason"]
TABS = [
    ("", gettext_lazy("All")),
    (Outcome.DONE, gettext_lazy("Done")),
    (Outcome.REFUSED, gettext_lazy("Not done")),
    (Outcome.SKIPPED, gettext_lazy("Skipped")),
    (Outcome.WAITING, gettext_lazy("Waiting")),
]
TONES = {WorkState.STOPPED: "muted", WorkState.DONE: "success"}


def index(request: ui.Request) -> ui.Response:
    """What was done to many lately, the newest first."""
    cursor = ui.cursor_of(request)
    works = queries.works(request.actor, before=int(cursor[0]) if cursor else None, limit=PAGE + 1)
    return ui.render(
        request,
        "work/index",
        page=ui.page_of(request, works, PAGE, lambda work: [work.id]),
        may_see_people=Permission.PEOPLE_VIEW in request.actor.permissions,
    )


def work(request: ui.Request, work: ui.Id) -> ui.Response:
    """How far it is, and what became of each."""
    found = queries.work(request.actor, work)
    wanted = request.GET.get("outcome", "")
    outcome = wanted if wanted in set(Outcome) else ""
    cursor = ui.cursor_of(request)
    rows = queries.rows(found, outcome=outcome, after=int(cursor[0]) if cursor else -1, limit=PAGE + 1)
    page = ui.page_of(request, rows, PAGE, lambda row: [row.position])
    return ui.render(
        request,
        "work/work",
        work=found,
        tone="attention" if found.state == WorkState.DONE and found.failed else TONES.get(WorkState(found.state), ""),
        waiting=max(0, found.total - found.tried),
        outcome=outcome,
        tabs=[(value, label, _number(found, value)) for value, label in TABS],
        page=page,
        can_undo=bulk_changes.why_not_undone(found) is None,
        people={row.subject_id for row in page.rows if ids.kind_of(row.subject_id or 0) is ids.Kind.PERSON},
    )


def results(request: ui.Request, work: ui.Id) -> ui.Response:
    """What became of each, as a CSV file."""
    found = queries.work(request.actor, work)
    return ui.csv_download("results.csv", HEAD, _cells(found))


def stop(request: ui.Request, work: ui.Id) -> ui.Response:
    """Do no more; what is done stays done."""
    found = queries.work(request.actor, work)
    stop_work(by=request.actor, work=found)
    return ui.done(request, "admin_center:work", found.id, said=_("Stopped. What was done stays done."))


def _number(work: Any, outcome: str) -> int:
    numbers = {
        "": work.total,
        Outcome.DONE: work.done,
        Outcome.REFUSED: work.failed,
        Outcome.SKIPPED: work.skipped,
        Outcome.WAITING: max(0, work.total - work.tried),
    }
    return int(numbers[outcome])


def _cells(work: Any) -> Iterator[list[object]]:
    for row in queries.all_rows(work):
        yield [row.subject_id, row.label, row.outcome, row.reason]
