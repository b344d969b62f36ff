"""People: everybody in the portfolio and everybody invited, with what they may and whether they do."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.invitations import queries
from keyhouse.domain.invitations.queries import Filters, PersonRow, Tab, TwoFactor
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.domain.portfolios.rules import ACCESS_LABELS, Access, Status
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.business_manager.door import Request

PAGE = 50
MOST = 100_000
TABS = {Tab.ALL: _("All"), Tab.INVITATIONS: _("Invitations"), Tab.HELD: _("Held"), Tab.REMOVED: _("Removed")}
LOGINS = {"work": _("Work account"), "personal": _("Personal login"), "external": _("External")}
FACTORS = {TwoFactor.ON: _("On"), TwoFactor.BY_SIGN_ON: _("By single sign-on"), TwoFactor.OFF: _("Off")}
HINTS = {"in_review": _("Waiting for approval"), "not_activated": _("Account not activated")}
STATUSES = (
    Status.ACTIVE,
    Status.INACTIVE,
    Status.HELD,
    Status.LOCKED,
    Status.SUSPENDED,
    Status.DEACTIVATED,
    Status.EXPIRED,
    Status.DECLINED,
)
ACCESS_WORDS = {
    Access.FULL: (_("Full control"), ""),
    Access.APPS: (_("Partial access"), _("Apps and integrations")),
    Access.BASIC: (_("Partial access"), _("Basic")),
}
HEAD = ["id", "name", "email", "status", "access", "login", "assets", "two_factor", "last_active", "ends"]


def index(request: Request, portfolio: Portfolio) -> ui.Response:
    """The list of people; without full control it names those who have it, and oneself."""
    if request.inside.facts.level != Access.FULL:
        return _short(request, portfolio)
    filters = _filters(request)
    cursor = ui.cursor_of(request)
    before = int(cursor[0]) if cursor else None
    rows = queries.people(request.actor, portfolio, filters, before=before, limit=PAGE + 1)
    page = ui.page_of(request, rows, PAGE, lambda row: [row.place_id])
    counts = queries.tab_counts(portfolio)
    return ui.render(
        request,
        "people/index",
        portfolio=portfolio,
        page=page,
        rows=_with_words(portfolio, page.rows),
        filters=filters,
        is_filtered=any((filters.search, filters.status, filters.access, filters.login)),
        tabs=[(tab.value, label, counts[tab], tab is filters.tab) for tab, label in TABS.items()],
        total=counts[Tab.ALL],
        statuses=[one.value for one in STATUSES],
        accesses=ACCESS_LABELS.items(),
        logins=LOGINS.items(),
        may_reveal=Permission.REVEAL_MASKED_PEOPLE in request.actor.permissions,
    )


def export(request: Request, portfolio: Portfolio) -> ui.Response:
    """The rows that the filters show, as a CSV file; masked ones stay masked."""
    rows = queries.people(request.actor, portfolio, _filters(request), limit=MOST)
    cells = (_cells(row, assets) for row, assets, *_rest in _with_words(portfolio, rows))
    return ui.csv_download("people.csv", HEAD, cells)


def _short(request: Request, portfolio: Portfolio) -> ui.Response:
    return ui.render(
        request,
        "people/short",
        portfolio=portfolio,
        admins=portfolios.shown(
            request.actor, portfolios.with_full_control(portfolio), portfolio.organization_id
        ).values(),
        me=request.actor,
    )


def _filters(request: Request) -> Filters:
    given = request.GET
    tab = given.get("tab", "")
    return Filters(
        tab=Tab(tab) if tab in set(Tab) else Tab.ALL,
        search=given.get("q", "").strip()[:100],
        status=given.get("status", "") if given.get("status") in set(Status) else "",
        access=given.get("access", "") if given.get("access") in set(Access) else "",
        login=given.get("login", "") if given.get("login") in LOGINS else "",
    )


def _with_words(portfolio: Portfolio, rows: Iterable[PersonRow]) -> list[tuple[object, ...]]:
    """Each row with its number of assets and the words for access, login, second factor and hint."""
    shown = list(rows)
    counts = grants.asset_counts(portfolio, [row.id for row in shown if not row.is_invitation])
    counts |= grants.promised_counts(portfolio, [row.id for row in shown if row.is_invitation])
    return [
        (
            row,
            counts.get(row.id, 0),
            *ACCESS_WORDS[row.access],
            LOGINS.get(row.login, ""),
            FACTORS.get(row.two_factor) if row.two_factor else None,
            HINTS.get(row.hint, ""),
        )
        for row in shown
    ]


def _cells(row: object, assets: object) -> list[object]:
    if not isinstance(row, PersonRow):
        return []
    moments = [f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else "" for at in (row.last_active, row.ends)]
    return [row.id, row.name, row.email, row.status, row.access, row.login, assets, row.two_factor or "", *moments]
