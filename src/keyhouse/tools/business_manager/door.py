"""The door of a portfolio: whoever opens a page inside enters its organization through a place that counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.urls import URLPattern, register_converter
from django.urls.converters import get_converters

from keyhouse import ui
from keyhouse.domain.assets.rules.tasks import AssetType
from keyhouse.domain.assets.rules.types import BY_SLUG
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.errors import FullControlFirst
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.foundation.permissions import Actor, Facts, Permission, facts_of

Standing = Callable[..., Facts]


class KindConverter:
    """A type of asset in an address: its menu word in lower case with hyphens."""

    regex = "|".join(BY_SLUG)

    def to_python(self, value: str) -> AssetType:
        """Read a type."""
        return BY_SLUG[value]

    def to_url(self, value: AssetType) -> str:
        """Write a type."""
        return value.slug


if "kind" not in get_converters():
    register_converter(KindConverter, "kind")


@dataclass(frozen=True, kw_only=True)
class Inside:
    """What the menu and the screens know of the open portfolio; `outside` is the actor as she came to the door."""

    portfolio: Portfolio
    facts: Facts
    outside: Actor


class Request(ui.Request):
    """A request inside a portfolio."""

    inside: Inside


def standing(by: Actor, portfolio: Portfolio, **arguments: Any) -> Facts:
    """The facts of the portfolio, or of a person in it who stands in the address.

    Raises FullControlFirst for a System admin who has no place in it yet.
    """
    facts = queries.facts_for(by, portfolio, person_id=arguments.get("person"))
    if not facts.level:
        raise FullControlFirst(portfolio=portfolio.name)
    return facts


def own_organization(by: Actor, portfolio: Portfolio, **arguments: Any) -> Facts:
    """The facts that a right of System admins needs: the organization of the portfolio."""
    return facts_of(portfolio.organization_id)


def may_assign(by: Actor, portfolio: Portfolio, **arguments: Any) -> Facts:
    """The facts that say whether she may assign the asset of the address, or anything at all."""
    standing(by, portfolio)
    asset = arguments.get("asset")
    return grants.giving(by, portfolio, None if asset is None else [asset]).facts


def inside(
    route: str,
    screen: Callable[..., ui.Response],
    *,
    needs: Permission | Sequence[Permission],
    name: str,
    on: Standing = standing,
    methods: Sequence[str] = ("GET", "HEAD", "POST"),
) -> URLPattern:
    """Put a screen at an address inside a portfolio; it receives the portfolio itself."""

    def facts(by: Actor, *, portfolio: ui.Id, **arguments: Any) -> Facts:
        within = queries.entered(by, portfolio)
        return on(within, queries.portfolio(within, portfolio), **arguments)

    @wraps(screen)
    def entering(request: Request, *, portfolio: ui.Id, **arguments: Any) -> ui.Response:
        outside = request.actor
        request.actor = queries.entered(outside, portfolio)
        found = queries.portfolio(request.actor, portfolio)
        request.inside = Inside(portfolio=found, facts=queries.facts_for(request.actor, found), outside=outside)
        return screen(request, found, **arguments)

    return ui.page(f"<id:portfolio>/{route}", entering, needs=needs, on=facts, name=name, methods=methods)
