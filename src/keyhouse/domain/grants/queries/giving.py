"""What an actor may give away in a portfolio's name, and how she stands to one asset."""

import dataclasses
import datetime as dt
from collections.abc import Collection

from keyhouse.domain.assets import queries as assets
from keyhouse.domain.assets.errors import NoSuchAsset
from keyhouse.domain.assets.models import Asset, AssetGroup
from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.grants.queries.summary import held_by
from keyhouse.domain.grants.rules import Allowance, Giving, Held
from keyhouse.domain.partners import queries as partners
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Access, Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, ActorKind, Facts


def giving(by: Actor, portfolio: Portfolio, object_ids: Collection[int] | None = None) -> Giving:
    """What the actor may give of these objects, or of all that the portfolio can reach.

    With full control of the portfolio: every task on its own assets, and on shared ones those that are shared. Without
    it: every task on assets of which she has full control, where the type allows it. The facts say
    `full_control_of_asset` only when she may give something of each object that was named.
    """
    facts = portfolios.facts_for(by, portfolio)
    wanted = None if object_ids is None else set(object_ids)
    if facts.level == Access.FULL or by.kind is ActorKind.OPERATOR:
        found, groups = _with_full_control(portfolio, wanted), _groups(portfolio, wanted)
    else:
        found, groups = _as_holder(by, portfolio, wanted), {}
    holds_each = bool(found) and not (wanted or set()) - set(found)
    return Giving(facts=dataclasses.replace(facts, full_control_of_asset=holds_each), assets=found, groups=groups)


def all_of(portfolio: Portfolio, object_ids: Collection[int] | None = None) -> Giving:
    """What full control of a portfolio gives away of these objects, or of all that it can reach, whoever asks."""
    wanted = None if object_ids is None else set(object_ids)
    facts = Facts(organization_id=portfolio.organization_id, portfolio_id=portfolio.id)
    return Giving(facts=facts, assets=_with_full_control(portfolio, wanted), groups=_groups(portfolio, wanted))


def _with_full_control(portfolio: Portfolio, wanted: set[int] | None) -> dict[int, Allowance]:
    own, shared = assets.owned(portfolio), partners.shared_with(portfolio)
    if wanted is not None:
        own, shared = own.filter(id__in=wanted), shared.filter(asset_id__in=wanted)
    found = {
        one.id: Allowance(asset=one, bits=types.TYPES[one.type].every_bit) for one in own if one.type in types.TYPES
    }
    for one in shared:
        kind = types.TYPES[one.asset.type]
        found[one.asset_id] = Allowance(
            asset=one.asset, bits=tasks.closure(kind, one.tasks), owner=one.asset.portfolio.name
        )
    return {one: allowance for one, allowance in found.items() if allowance.bits}


def _groups(portfolio: Portfolio, wanted: set[int] | None) -> dict[int, AssetGroup]:
    rows = AssetGroup.objects.of(portfolio.organization_id).filter(portfolio=portfolio)
    if wanted is not None:
        rows = rows.filter(id__in=wanted)
    return {one.id: one for one in rows}


def _as_holder(by: Actor, portfolio: Portfolio, wanted: set[int] | None) -> dict[int, Allowance]:
    if by.person_id is None or portfolios.place_of(portfolio, by.person_id) is None:
        return {}
    found: dict[int, Allowance] = {}
    for held in held_by(portfolio, [by.person_id])[by.person_id]:
        if (wanted is None or held.asset.id in wanted) and _gives(held):
            until = _later(found.get(held.asset.id), held.until)
            found[held.asset.id] = Allowance(asset=held.asset, bits=held.effective, until=until, owner=held.owner)
    return found


def _gives(held: Held) -> bool:
    has_begun = held.starts_at is None or held.starts_at <= clock.now()
    return has_begun and held.type.by_holders and bool(held.effective & tasks.FULL)


def _later(before: Allowance | None, until: dt.datetime | None) -> dt.datetime | None:
    if before is None:
        return until
    return None if before.until is None or until is None else max(before.until, until)


def facts_for_asset(by: Actor, portfolio: Portfolio, asset: Asset) -> Facts:
    """The facts about an asset inside a portfolio and the actor's standing to both."""
    return giving(by, portfolio, [asset.id]).facts


def asset_in(by: Actor, portfolio: Portfolio, identifier: int) -> tuple[Asset, str]:
    """The asset with this id as the actor may see it in a portfolio, and the portfolio that shares it ("" when own).

    With full control she sees each asset of the portfolio, otherwise those on which she holds a task. Raises
    NoSuchAsset.
    """
    facts = portfolios.facts_for(by, portfolio)
    if facts.level == Access.FULL or by.kind is ActorKind.OPERATOR:
        found = giving(by, portfolio, [identifier]).assets.get(identifier)
        if found is not None:
            return found.asset, found.owner
    elif by.person_id is not None and facts.level:
        for held in held_by(portfolio, [by.person_id])[by.person_id]:
            if held.asset.id == identifier:
                return held.asset, held.owner
    raise NoSuchAsset()
