"""Insights: the figures, the people behind each, their export, and reminders."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.insights import actions, jobs, queries, rules
from keyhouse.domain.insights.rules import FIGURES, Figure
from keyhouse.foundation.keyset import Place
from keyhouse.foundation.mail import letters
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.insights import charts

PAGE = 50
PERIODS = (30, 90)
HEAD = ["account_id", "email", "name", "status", "department", "managed_by", "last_active"]


def index(request: ui.Request) -> ui.Response:
    """The figures of the organization, with a chart of the last days and rates."""
    found = queries.figures(request.actor)
    days = 90 if request.GET.get("days") == "90" else 30
    return ui.render(
        request,
        "insights/index",
        figures=found,
        chart=charts.of_days(found.days[-days:]),
        days=days,
        periods=PERIODS,
        groups=[_shown(found, one) for one in Figure if one not in rules.AT_RISK],
        risks=[_shown(found, one) for one in rules.AT_RISK],
        is_kept=queries.is_large(request.actor.organization_id or 0),
        tab="figures",
    )


def _shown(found: queries.Figures, figure: Figure) -> tuple[str, str, int, str]:
    """A figure as label, meaning, number and the address of the list behind it."""
    words = FIGURES[figure]
    return str(words.label), str(words.meaning), found.number(figure), address(figure)


def address(figure: Figure) -> str:
    """The list behind a figure."""
    return f"{reverse('admin_center:insight_people')}?{urlencode({'figure': figure.value})}"


def people(request: ui.Request) -> ui.Response:
    """The people behind one figure, by name."""
    figure = _figure(request)
    cursor = ui.cursor_of(request)
    place = Place(key=tuple(cursor)) if cursor and len(cursor) == 2 else Place()
    found = queries.behind(request.actor, figure, place, PAGE + 1)
    return ui.render(
        request,
        "insights/people",
        figure=figure,
        words=FIGURES[figure],
        number=queries.figures(request.actor).number(figure),
        page=ui.page_of(request, found.rows, PAGE, lambda person: [person.name_folded, person.id]),
        may_remind=Permission.INSIGHTS_MANAGE in request.actor.permissions and bool(FIGURES[figure].reminder),
        opens_person=Permission.PEOPLE_VIEW in request.actor.permissions,
    )


def export(request: ui.Request) -> ui.Response:
    """The figures, or the people behind one of them, as a CSV file."""
    if request.GET.get("figure"):
        figure = _figure(request)
        rows = actions.export_figures(by=request.actor, figure=figure)
        return ui.csv_download(f"{figure}.csv", HEAD, (_cells(person) for person in rows))
    actions.export_figures(by=request.actor)
    found = queries.figures(request.actor)
    cells: list[tuple[object, ...]] = [("people", found.people), ("activated", found.activated)]
    cells += [(one.value, found.number(one)) for one in Figure]
    cells += [(f"domain {one.name}", one.people, one.activated) for one in found.domains]
    cells += [(f"department {one.name}", one.people, one.activated) for one in found.departments]
    cells += [(f"day {day}", added, activated) for day, added, activated in found.days]
    return ui.csv_download("insights.csv", ["figure", "number", "activated"], cells)


def remind(request: ui.Request) -> ui.Response:
    """The dialog Send reminder: who gets it and what it says, before it is sent."""
    figure = _figure(request)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            work = actions.send_reminder(by=request.actor, figure=figure)
            return ui.done(request, "admin_center:work", work.id, said=_("The reminders are on their way."))
    template = FIGURES[figure].reminder
    first = queries.behind(request.actor, figure, Place(), 1).rows
    return ui.dialog(
        request,
        "insights/reminder",
        form=form,
        figure=figure,
        words=FIGURES[figure],
        number=queries.figures(request.actor).number(figure),
        letter=letters.write(f"insights/{template}", jobs.letter(first[0])) if template and first else None,
        first=first[0] if first else None,
        close=address(figure),
    )


def _figure(request: ui.Request) -> Figure:
    return queries.figure_named(request.GET.get("figure") or Figure.NOT_ACTIVATED.value)


def _cells(person: object) -> list[object]:
    active = person.last_active_at  # type: ignore[attr-defined]  # a person, whose table screens don't know
    managed_by = person.managed_by_id or "Manual"  # type: ignore[attr-defined]
    names = ("id", "email", "name", "state", "department")
    return [*(getattr(person, one) for one in names), managed_by, f"{active:%Y-%m-%dT%H:%M:%SZ}" if active else ""]
