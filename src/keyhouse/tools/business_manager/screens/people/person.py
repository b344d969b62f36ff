"""One person in a portfolio: Summary, Assets, Access, Activity; an invitation has the same page."""

from typing import Any

from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.assets.rules.types import TYPES
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.grants.rules import Held
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.invitations.queries import PersonRow
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.domain.portfolios.rules import ACCESS_LABELS, OPTION_LABELS, Option
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.business_manager.door import Request
from keyhouse.tools.business_manager.screens import logs
from keyhouse.tools.business_manager.screens.people import found
from keyhouse.tools.business_manager.screens.people.directory import FACTORS, HINTS, LOGINS


def summary(request: Request, portfolio: Portfolio, person: ui.Id) -> ui.Response:
    """Summary: what the person can do here, and the facts about her place."""
    row = found.row(request.actor, portfolio, person)
    held = held_of(portfolio, row)
    counts: dict[str, int] = {}
    for code, _asset in dict.fromkeys((one.type.code, one.asset.id) for one in held):
        counts[code] = counts.get(code, 0) + 1
    by_type = [(TYPES[code], number) for code, number in counts.items()]
    return ui.render(request, "people/summary", tab="summary", held=held, by_type=by_type,
                     **common(request, portfolio, row))  # fmt: skip


def assets(request: Request, portfolio: Portfolio, person: ui.Id) -> ui.Response:
    """Assets: each with its tasks, from where and until when, to be taken away."""
    row = found.row(request.actor, portfolio, person)
    return ui.render(request, "people/assets", tab="assets", held=held_of(portfolio, row),
                     **common(request, portfolio, row))  # fmt: skip


def access(request: Request, portfolio: Portfolio, person: ui.Id) -> ui.Response:
    """Access: the level in the portfolio and the options beside it."""
    row = found.row(request.actor, portfolio, person)
    options = [OPTION_LABELS[Option(one)] for one in row.options]
    place = None if row.is_invitation else portfolios.membership(portfolio, row.id)
    invited = invitations.invitation(portfolio, row.id) if row.is_invitation else None
    by = [invited.invited_by] if invited and invited.invited_by else []
    inviter = next(iter(portfolios.shown(request.actor, by, portfolio.organization_id).values()), None)
    return ui.render(request, "people/access", tab="access", options=options, place=place, invitation=invited,
                     inviter=inviter.name if inviter else "",
                     **common(request, portfolio, row))  # fmt: skip


def activity(request: Request, portfolio: Portfolio, person: ui.Id) -> ui.Response:
    """Activity: what the person did in this portfolio, and what was done to her."""
    row = found.row(request.actor, portfolio, person)
    within = portfolio.id
    about = audit.events(portfolio.organization_id, audit.Wanted(within=within, about=person), limit=50)
    by = audit.events(portfolio.organization_id, audit.Wanted(within=within, by=person), limit=50)
    lines = sorted({one.id: one for one in (*about, *by)}.values(), key=lambda one: -one.id)[:50]
    shown = logs.masked(request.actor, portfolio, lines)
    return ui.render(request, "people/activity", tab="activity", lines=shown, **common(request, portfolio, row))


def held_of(portfolio: Portfolio, row: PersonRow) -> list[Held]:
    """What a person holds, or what an invitation promises."""
    if row.is_invitation:
        return grants.promised(invitations.invitation(portfolio, row.id), portfolio)
    return grants.held_by(portfolio, [row.id])[row.id]


def common(request: Request, portfolio: Portfolio, row: PersonRow) -> dict[str, Any]:
    """What the head of the page shows on each tab."""
    level = request.inside.facts.level
    return {
        "portfolio": portfolio,
        "row": row,
        "access_words": ACCESS_LABELS[row.access],
        "login_words": LOGINS.get(row.login, ""),
        "factor_words": FACTORS.get(row.two_factor, "") if row.two_factor else "",
        "hint_words": HINTS.get(row.hint, ""),
        "called": row.name or row.email or _("Somebody"),
        "manages": level == "full",
        "may_assign": level == "full" or bool(grants.giving(request.actor, portfolio).assets),
        "may_reveal": Permission.REVEAL_MASKED_PEOPLE in request.actor.permissions,
    }
