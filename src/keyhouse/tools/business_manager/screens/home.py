"""The portfolios that somebody may open, her invitations, and how a System admin takes full control."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.invitations import actions as invitations
from keyhouse.domain.invitations import queries as invited
from keyhouse.domain.invitations.errors import NoSuchInvitation
from keyhouse.domain.invitations.queries import Invitation
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.portfolios import actions, queries
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.domain.portfolios.rules import ACCESS_LABELS, Access
from keyhouse.foundation.errors import BrokenRule, Refused
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.business_manager.door import Request

HOME = "business_manager:home"


class CreatePortfolio(ui.Form):
    """The form Create business portfolio."""

    name = ui.TextField(label=gettext_lazy("Name"), max_length=100)
    vertical = ui.TextField(label=gettext_lazy("Vertical"), max_length=60, required=False,
                            help_text=gettext_lazy("The branch of business, such as Retail."))  # fmt: skip


class TakeFullControl(ui.Form):
    """The form Take full control."""

    reason = ui.TextField(label=gettext_lazy("Reason"), max_length=300,
                          help_text=gettext_lazy("Everybody with full control of the portfolio reads it."))  # fmt: skip


def index(request: ui.Request) -> ui.Response:
    """Business portfolios: those she may open, and the invitations that wait for her."""
    search = request.GET.get("q", "").strip().casefold()
    places = [one for one in queries.openable(request.actor) if search in one.name.casefold()]
    rows = [(one, ACCESS_LABELS[Access(one.level)] if one.level else None) for one in places]
    return ui.render(
        request,
        "home/index",
        rows=rows,
        q=search,
        invitations=_waiting(request),
        may_create=Permission.CREATE_PORTFOLIO in request.actor.permissions,
    )


def create(request: ui.Request) -> ui.Response:
    """The dialog Create business portfolio."""
    form = CreatePortfolio(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.explaining_refusals():
            organization = organizations.organization(request.actor.organization_id or 0)
            made = actions.create_portfolio(by=request.actor, organization=organization, **form.cleaned_data)
            said = _("%(name)s is ready. Invite the people who work in it.") % {"name": made.name}
            return ui.done(request, "business_manager:people", made.id, said=said)
    return ui.dialog(request, "home/create", form=form, close=reverse(HOME))


def opened(request: ui.Request, portfolio: ui.Id) -> ui.Response:
    """The first page of a portfolio: its people, one's own account, or the question whether to take full control."""
    within = queries.entered(request.actor, portfolio)
    found = queries.portfolio(within, portfolio)
    level = queries.facts_for(within, found).level
    page = {"full": "people", "": "full_control"}.get(level, "account_info")
    return ui.done(request, f"business_manager:{page}", found.id)


def take(request: Request, portfolio: Portfolio) -> ui.Response:
    """The dialog Take full control."""
    form = TakeFullControl(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.explaining_refusals():
            actions.take_full_control(by=request.actor, portfolio=portfolio, reason=form.cleaned_data["reason"])
            said = _("You have full control of %(name)s now.") % {"name": portfolio.name}
            return ui.done(request, "business_manager:people", portfolio.id, said=said)
    told = queries.with_full_control(portfolio)
    return ui.dialog(request, "home/take", form=form, portfolio=portfolio, told=told, close=reverse(HOME))


def accept(request: ui.Request, invitation: ui.Id) -> ui.Response:
    """Accept an invitation that waits for the signed-in person."""
    found = _hers(request, invitation)
    try:
        answer = lifecycle.accept_invitation(by=request.actor, invitation=found)
    except BrokenRule as refused:
        return ui.done(request, HOME, said=refused, tone="danger")
    if isinstance(answer, Refused):
        return ui.done(request, HOME, said=answer.rule, tone="attention")
    said = _("You are in %(name)s now.") % {"name": found.portfolio.name}
    return ui.done(request, "business_manager:portfolio", found.portfolio_id, said=said)


def decline(request: ui.Request, invitation: ui.Id) -> ui.Response:
    """Decline an invitation that waits for the signed-in person."""
    found = invitations.decline_invitation(by=request.actor, invitation=_hers(request, invitation))
    return ui.done(request, HOME, said=_("You declined the invitation to %(name)s.") % {"name": found.portfolio.name})


def _waiting(request: ui.Request) -> list[Invitation]:
    return invited.waiting_of(people.person(request.actor.home_organization_id, request.actor.person_id))


def _hers(request: ui.Request, identifier: int) -> Invitation:
    found = next((one for one in _waiting(request) if one.id == identifier), None)
    if found is None:
        raise NoSuchInvitation()
    return found
