"""Business portfolio info: name, id and options of the portfolio."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.assets import queries as assets
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.invitations.queries import Tab
from keyhouse.domain.portfolios import actions, queries
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.domain.portfolios.rules import Access, Settings
from keyhouse.tools.business_manager.door import Request

NAMES = ("name", "vertical", "time_zone", "personal_logins_allowed", "owners_may_create_accounts", "invitation_days")


class PortfolioForm(ui.Form):
    """The form of the portfolio."""

    name = ui.TextField(label=gettext_lazy("Name"), max_length=100)
    vertical = ui.TextField(label=gettext_lazy("Vertical"), max_length=60, required=False)
    time_zone = ui.TextField(label=gettext_lazy("Time zone"), max_length=60,
                             help_text=gettext_lazy("Such as Europe/Berlin. Days end by it."))  # fmt: skip
    personal_logins_allowed = ui.BooleanField(label=gettext_lazy("Personal logins allowed"))
    owners_may_create_accounts = ui.BooleanField(
        label=gettext_lazy("Portfolio owners may create work accounts"),
        help_text=gettext_lazy("Whoever has full control may invite addresses that have no account yet."),
    )
    invitation_days = ui.NumberField(label=gettext_lazy("Invitation expiry"), min_value=1, max_value=90,
                                     help_text=gettext_lazy("Days, unless an invitation says otherwise."))  # fmt: skip


def index(request: Request, portfolio: Portfolio) -> ui.Response:
    """The facts about the portfolio."""
    is_full = request.inside.facts.level == Access.FULL
    return ui.render(
        request,
        "portfolio_info",
        portfolio=portfolio,
        manages=is_full,
        people=invitations.tab_counts(portfolio)[Tab.ALL] if is_full else None,
        assets=sum(assets.counted(portfolio).values()) if is_full else None,
        full=len(queries.with_full_control(portfolio)),
    )


def edit(request: Request, portfolio: Portfolio) -> ui.Response:
    """The dialog Edit."""
    initial: dict[str, Any] = {name: getattr(portfolio, name) for name in NAMES}
    form = PortfolioForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        with form.explaining_refusals():
            settings = Settings(**form.cleaned_data)
            actions.edit_portfolio(by=request.actor, portfolio=portfolio, settings=settings)
            said = _("The changes are saved.")
            return ui.done(request, "business_manager:portfolio_info", portfolio.id, said=said)
    close = reverse("business_manager:portfolio_info", args=[portfolio.id])
    return ui.dialog(request, "portfolio_details", portfolio=portfolio, form=form, close=close)
