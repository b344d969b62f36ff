"""Business Account info: the signed-in person's own account in this portfolio."""

from django.urls import reverse
from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.domain.portfolios.rules import ACCESS_LABELS, OPTION_LABELS, Access, Option
from keyhouse.tools.business_manager.door import Request


def index(request: Request, portfolio: Portfolio) -> ui.Response:
    """Login, access level, assets, and the way out."""
    me = request.actor.person_id or 0
    place = queries.membership(portfolio, me)
    return ui.render(
        request,
        "account_info",
        portfolio=portfolio,
        place=place,
        person=place.person,
        access=ACCESS_LABELS[Access(place.level)],
        options=[OPTION_LABELS[Option(one)] for one in place.options],
        held=grants.held_by(portfolio, [me])[me],
    )


def leave(request: Request, portfolio: Portfolio) -> ui.Response:
    """The dialog Leave portfolio."""
    form = ui.Form(request.POST if request.method == "POST" else None)
    me = request.actor.person_id or 0
    if form.is_bound:
        with form.explaining_refusals():
            actions.remove_from_portfolio(by=request.actor, portfolio=portfolio, person_id=me)
            said = _("You left %(name)s.") % {"name": portfolio.name}
            return ui.done(request, "business_manager:home", said=said)
    close = reverse("business_manager:account_info", args=[portfolio.id])
    lost = [one for one in grants.held_by(portfolio, [me])[me] if not one.group]
    return ui.dialog(request, "account_leaving", portfolio=portfolio, form=form, lost=lost, close=close)
