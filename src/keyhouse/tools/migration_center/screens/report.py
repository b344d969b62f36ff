"""Migrate people: the report of each company, and the overview of one."""

from dataclasses import dataclass

from keyhouse import ui
from keyhouse.domain.migration import queries, rules
from keyhouse.domain.migration.queries import Filters, Report
from keyhouse.domain.migration.rules import MigrationStatus

WIDTH = 100
TONES = {
    MigrationStatus.MIGRATED: "success",
    MigrationStatus.IN_TRANSITION: "info",
    MigrationStatus.ACTIVATED: "info",
    MigrationStatus.INVITED: "attention",
    MigrationStatus.NOT_STARTED: "muted",
    MigrationStatus.OVERDUE: "danger",
    MigrationStatus.NEEDS_ATTENTION: "danger",
    MigrationStatus.EXCLUDED: "none",
}
PEOPLE = 200
HEAD = [
    "business_portfolio",
    "people",
    "migrated",
    "percent",
    "full_control_by_personal_login",
    "next_deadline",
    "blockers",
]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of the bar: where it begins, how wide it is, and what it stands for."""

    status: MigrationStatus
    number: int
    tone: str
    begin: str
    width: str


def index(request: ui.Request) -> ui.Response:
    """One line for each company that the actor may see."""
    companies = [queries.report(request.actor, request.actor.organization_id or 0)]
    people, moved = sum(one.to_move for one in companies), sum(one.migrated for one in companies)
    return ui.render(
        request,
        "report/index",
        companies=[(one, bar(one)) for one in companies],
        people=people,
        migrated=moved,
        percent=rules.percent(moved, people),
        held_up=sum(one.overdue + one.attention for one in companies),
    )


def people(request: ui.Request, organization: ui.Id) -> ui.Response:
    """Overview of the Migration Status, tab People: everybody by status."""
    company = queries.report(request.actor, organization)
    status = request.GET.get("status", "")
    rows = queries.rows(request.actor, Filters(status=status if status in set(rules.IN_ORDER) else ""), limit=PEOPLE)
    return ui.render(
        request,
        "report/people",
        company=company,
        parts=bar(company),
        wanted=status,
        tab="people",
        most=PEOPLE,
        statuses=[(one, company.by_status[one]) for one in rules.IN_ORDER if company.by_status.get(one)],
        rows=[(row, rules.REASONS.get(row.reason, row.reason)) for row in rows],
    )


def portfolios(request: ui.Request, organization: ui.Id) -> ui.Response:
    """Overview of the Migration Status, tab Portfolios: what is left in each."""
    company = queries.report(request.actor, organization)
    return ui.render(
        request,
        "report/portfolios",
        company=company,
        parts=bar(company),
        tab="portfolios",
        rows=queries.by_portfolio(request.actor, organization),
    )


def export(request: ui.Request, organization: ui.Id) -> ui.Response:
    """The portfolios of a company, as a CSV file."""
    rows = queries.by_portfolio(request.actor, organization)
    return ui.csv_download(
        "migration-report.csv",
        HEAD,
        (
            [
                one.name,
                one.people,
                one.migrated,
                one.percent,
                one.full_control,
                one.next_deadline.strftime("%Y-%m-%d") if one.next_deadline else "",
                one.blockers,
            ]
            for one in rows
        ),
    )


def bar(company: Report) -> list[Part]:
    """The people of a company by status, as parts of one bar from left to right."""
    parts, begin = [], 0.0
    for status in rules.IN_ORDER:
        if number := company.by_status.get(status, 0):
            width = number * WIDTH / company.people
            parts.append(
                Part(status=status, number=number, tone=TONES[status], begin=f"{begin:.3f}", width=f"{width:.3f}")
            )
            begin += width
    return parts
