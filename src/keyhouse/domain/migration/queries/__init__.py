"""Questions about the move from personal logins to work accounts."""

from keyhouse.domain.migration.queries.people import Filters, Row, locked_login, login, portfolios_in_scope, rows
from keyhouse.domain.migration.queries.report import OfPortfolio, Report, by_portfolio, report
from keyhouse.domain.migration.queries.set_up import Task, TaskState, set_up

__all__ = [
    "Filters",
    "OfPortfolio",
    "Report",
    "Row",
    "Task",
    "TaskState",
    "by_portfolio",
    "locked_login",
    "login",
    "portfolios_in_scope",
    "report",
    "rows",
    "set_up",
]
