"""People in business portfolios: who still works by personal login, and how far each has moved."""

from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.migration import actions, queries, rules
from keyhouse.domain.migration.queries import Filters, Row
from keyhouse.domain.migration.rules import WhyExcluded
from keyhouse.domain.portfolios.rules import ACCESS_LABELS
from keyhouse.foundation import ids
from keyhouse.foundation.permissions import Permission

PAGE = 50
LEVELS = {level.value: label for level, label in ACCESS_LABELS.items()}
HEAD = ["name", "email", "business_portfolio", "access", "migration_status", "reason", "work_account", "deadline"]


class Exclusion(ui.Form):
    """Why a personal login is left out."""

    reason = ui.EnumField(label=_("Reason"), of=WhyExcluded, labels=rules.REASONS)


def index(request: ui.Request) -> ui.Response:
    """The list, by name: one row for each person and portfolio."""
    filters, cursor = _filters(request), ui.cursor_of(request)
    after = (str(cursor[0]), int(cursor[1])) if cursor and len(cursor) == 2 else None
    rows = queries.rows(request.actor, filters, after=after, limit=PAGE + 1)
    page = ui.page_of(request, rows, PAGE, lambda row: [row.name_folded, row.place])
    company = queries.report(request.actor, request.actor.organization_id or 0)
    return ui.render(
        request,
        "people/index",
        page=page,
        filters=filters,
        people=company.people,
        statuses=[(one, company.by_status[one]) for one in rules.IN_ORDER if company.by_status.get(one)],
        portfolios=queries.portfolios_in_scope(request.actor),
        levels=list(LEVELS.items()),
        may_manage=Permission.MIGRATION_MANAGE in request.actor.permissions,
        rows=[
            (row, LEVELS[row.access], rules.REASONS.get(row.reason, row.reason), row.status in rules.MAY_BE_EXCLUDED)
            for row in page.rows
        ],
    )


def export(request: ui.Request) -> ui.Response:
    """The rows that the filters show, as a CSV file."""
    rows = queries.rows(request.actor, _filters(request))
    return ui.csv_download("people-in-business-portfolios.csv", HEAD, (_cells(row) for row in rows))


def exclude(request: ui.Request, login: ui.Id) -> ui.Response:
    """The dialog Exclude."""
    person = queries.login(request.actor, login)
    form = Exclusion(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            actions.exclude_from_migration(by=request.actor, login=login, reason=form.cleaned_data["reason"])
            said = _("{email} is no part of the migration now.").format(email=person.email)
            return ui.done(request, "migration_center:people", said=said)
    return ui.dialog(request, "people/exclude", form=form, person=person)


def include(request: ui.Request, login: ui.Id) -> ui.Response:
    """Include again."""
    person = queries.login(request.actor, login)
    actions.include_in_migration(by=request.actor, login=login)
    said = _("{email} is part of the migration again.").format(email=person.email)
    return ui.done(request, "migration_center:people", said=said)


def _filters(request: ui.Request) -> Filters:
    """What the address asks for; a value that isn't on the list counts as none."""
    wanted = request.GET
    return Filters(
        search=wanted.get("q", "").strip(),
        status=wanted["status"] if wanted.get("status") in set(rules.IN_ORDER) else "",
        access=wanted["access"] if wanted.get("access") in LEVELS else "",
        portfolio=ids.parse(wanted.get("portfolio", "")) or 0,
    )


def _cells(row: Row) -> list[object]:
    deadline = row.deadline.strftime("%Y-%m-%d") if row.deadline else ""
    return [
        row.name,
        row.email,
        row.portfolio_name,
        LEVELS[row.access],
        rules.LABELS[row.status],
        rules.REASONS.get(row.reason, row.reason),
        row.work_account,
        deadline,
    ]
