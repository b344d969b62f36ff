"""Edit a portfolio."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.errors import NameMissing, PortfolioNameTaken
from keyhouse.domain.portfolios.events import PortfolioEdited
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.domain.portfolios.rules import Settings
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def edit_portfolio(*, by: Actor, portfolio: Portfolio, settings: Settings) -> Portfolio:
    """Change the name and the options of a portfolio.

    Raises NotAllowed, NameMissing, PortfolioNameTaken.
    """
    authorize(by, Permission.PORTFOLIO_EDIT, on=queries.facts_for(by, portfolio))

    if not settings.name:
        raise NameMissing(name="")
    rest = Portfolio.objects.of(portfolio.organization_id).exclude(id=portfolio.id)
    if rest.filter(name__iexact=settings.name).exists():
        raise PortfolioNameTaken(name=settings.name)

    wanted: dict[str, Any] = settings.values()
    changed = [name for name, value in wanted.items() if getattr(portfolio, name) != value]
    Portfolio.objects.of(portfolio.organization_id).filter(id=portfolio.id).update(**wanted)
    for name, value in wanted.items():
        setattr(portfolio, name, value)

    words = ", ".join(name.replace("_", " ") for name in changed) or _("nothing")
    record(PortfolioEdited(portfolio=portfolio.name, changed=words), by=by, on=portfolio, within=portfolio)
    return portfolio
