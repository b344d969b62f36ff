"""The page of one asset: who has access, and who may do a task."""

from typing import Any

from django.urls import reverse

from keyhouse import ui
from keyhouse.domain.assets.queries import Asset
from keyhouse.domain.assets.rules import tasks
from keyhouse.domain.assets.rules.tasks import AssetType
from keyhouse.domain.assets.rules.types import TYPES
from keyhouse.domain.grants import hot_decisions as decisions
from keyhouse.domain.grants import queries
from keyhouse.domain.partners import queries as partners
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.domain.portfolios.rules import Access
from keyhouse.foundation import clock
from keyhouse.tools.business_manager.door import Request


def index(request: Request, portfolio: Portfolio, kind: AssetType, asset: ui.Id) -> ui.Response:
    """Who has access to the asset, and what one may do oneself; the wrong type leads to the right address."""
    found, owner = queries.asset_in(request.actor, portfolio, asset)
    if found.type != kind.code:
        return ui.done(request, "business_manager:asset", portfolio.id, TYPES[found.type], asset)
    facts = queries.facts_for_asset(request.actor, portfolio, found)
    sees = facts.level == Access.FULL or facts.full_control_of_asset
    me = request.actor.person_id or 0
    mine = [one for one in queries.held_by(portfolio, [me])[me] if one.asset.id == found.id]
    shares = partners.given_on(found.id, portfolio.organization_id) if sees and not owner else []
    return ui.render(
        request,
        "assets/asset",
        tab="people",
        holders=queries.holders(request.actor, portfolio, found) if sees else [],
        full=portfolios.with_full_control(portfolio) if sees else [],
        mine=mine,
        sees=sees,
        shares=[(one, ", ".join(str(label) for label in tasks.labels(kind, one.tasks))) for one in shares],
        **_common(portfolio, found, owner, kind, manages=facts.level == Access.FULL and not owner, assigns=sees),
    )


def who(request: Request, portfolio: Portfolio, kind: AssetType, asset: ui.Id) -> ui.Response:
    """Who can do a task on this asset: all people, by whatever path."""
    found, owner = queries.asset_in(request.actor, portfolio, asset)
    if found.type != kind.code:
        return ui.done(request, "business_manager:asset_who", portfolio.id, TYPES[found.type], asset)
    names = [one.name for one in (*kind.partial, kind.full)]
    task = request.GET.get("task", "") if request.GET.get("task") in names else names[0]
    question = decisions.Question(
        subject_type=decisions.PERSON, subject=0, task=task, asset_type=kind.code, asset=found.id
    )
    asker = decisions.Asker(organization=portfolio.organization_id, at=clock.now())
    people = portfolios.shown_by_id(request.actor, decisions.who_may(asker, question), portfolio.organization_id)
    inside = {one.person_id for one in portfolios.members(portfolio)}
    rows = sorted(((one, one.id in inside) for one in people.values()), key=lambda row: row[0].name.casefold())
    return ui.render(
        request,
        "assets/who",
        tab="who",
        people=rows,
        task=task,
        tasks=[*kind.partial, kind.full],
        **_common(portfolio, found, owner, kind, manages=not owner, assigns=True),
    )


def _common(
    portfolio: Portfolio, asset: Asset, owner: str, kind: AssetType, *, manages: bool, assigns: bool
) -> dict[str, Any]:
    close = reverse("business_manager:asset_list", args=[portfolio.id, kind])
    return {"portfolio": portfolio, "asset": asset, "owner": owner, "kind": kind, "manages": manages,
            "assigns": assigns, "list_address": close}  # fmt: skip
