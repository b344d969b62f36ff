"""What can be done with an invitation that waits: resend, copy its link, cancel, approve."""

from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.invitations import actions, queries
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.foundation.errors import BrokenRule
from keyhouse.tools.business_manager.door import Request
from keyhouse.tools.business_manager.screens.people import found

PERSON = "business_manager:person"


def resend(request: Request, portfolio: Portfolio, invitation: ui.Id) -> ui.Response:
    """Mail the invitation again; the old link is dead."""
    try:
        actions.resend_invitation(by=request.actor, portfolio=portfolio, invitation_id=invitation)
    except BrokenRule as refused:
        return ui.done(request, PERSON, portfolio.id, invitation, said=f"{refused} {refused.next_step}", tone="danger")
    said = _("A new invitation is on its way; the old link doesn't work any more.")
    return ui.done(request, PERSON, portfolio.id, invitation, said=said)


def approve(request: Request, portfolio: Portfolio, invitation: ui.Id) -> ui.Response:
    """Stand for an invitation whose inviter or domain wasn't good any more."""
    try:
        actions.approve_invitation(by=request.actor, portfolio=portfolio, invitation_id=invitation)
    except BrokenRule as refused:
        return ui.done(request, PERSON, portfolio.id, invitation, said=refused, tone="danger")
    return ui.done(request, PERSON, portfolio.id, invitation, said=_("Approved: a new invitation is on its way."))


def link(request: Request, portfolio: Portfolio, invitation: ui.Id) -> ui.Response:
    """Copy link: a new one is made only when the button is pressed, and shown once."""
    invited = queries.invitation(portfolio, invitation)
    form, address = ui.Form(request.POST if request.method == "POST" else None), ""
    if request.method == "POST":
        with form.explaining_refusals():
            secret = actions.copy_invitation_link(by=request.actor, portfolio=portfolio, invitation_id=invitation)
            address = ui.absolute(queries.path_of(secret))
    close = found.page_of(portfolio, invitation)
    return ui.dialog(request, "people/link", portfolio=portfolio, invitation=invited, form=form, address=address,
                     close=close)  # fmt: skip


def cancel(request: Request, portfolio: Portfolio, invitation: ui.Id) -> ui.Response:
    """Cancel invitation."""
    invited = queries.invitation(portfolio, invitation)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        with form.explaining_refusals():
            actions.cancel_invitation(by=request.actor, portfolio=portfolio, invitation_id=invitation)
            said = _("The invitation of %(email)s is canceled.") % {"email": invited.email}
            return ui.done(request, "business_manager:people", portfolio.id, said=said)
    close = found.page_of(portfolio, invitation)
    return ui.dialog(request, "people/cancel", portfolio=portfolio, invitation=invited, form=form, close=close)
