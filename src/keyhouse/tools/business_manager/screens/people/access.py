"""Changing the access of a person, removing her, and revealing one who is masked."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.invitations import actions as invitations
from keyhouse.domain.invitations.queries import PersonRow
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.portfolios import actions
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.domain.portfolios.rules import OPTION_LABELS, Access, NewAccess, Option
from keyhouse.tools.business_manager.door import Request
from keyhouse.tools.business_manager.screens.people import found

LEVELS = {
    Access.BASIC: gettext_lazy("Partial access – Basic"),
    Access.APPS: gettext_lazy("Partial access – Apps and integrations"),
    Access.FULL: gettext_lazy("Full control"),
}


class ChangeAccess(ui.Form):
    """The form Change access."""

    level = ui.ChoiceField(label=gettext_lazy("Access"), choices=[(one.value, label) for one, label in LEVELS.items()])
    options = ui.ManyField(label=gettext_lazy("Advanced options"), required=False,
                           choices=[(one.value, label) for one, label in OPTION_LABELS.items()])  # fmt: skip
    temporary_days = ui.NumberField(label=gettext_lazy("Temporary access"), required=False, min_value=3, max_value=75,
                                    help_text=gettext_lazy("Days from now, 3 to 75. Empty: no end."))  # fmt: skip


class Reveal(ui.Form):
    """The form Reveal."""

    reason = ui.TextField(label=gettext_lazy("Reason"), max_length=300,
                          help_text=gettext_lazy("It stands in the security log."))  # fmt: skip


def change(request: Request, portfolio: Portfolio, person: ui.Id) -> ui.Response:
    """The dialog Change access, for a person or for an invitation that waits."""
    row = found.row(request.actor, portfolio, person)
    initial: dict[str, Any] = {"level": row.access.value, "options": list(row.options)}
    form = ChangeAccess(request.POST if request.method == "POST" else None, initial=initial)
    form.links = {"last_full_control": (_("Invite people"), reverse("business_manager:people_inviting",
                                                                   args=[portfolio.id]))}  # fmt: skip
    if form.is_valid():
        with form.explaining_refusals():
            _change(request, portfolio, row, form.cleaned_data)
            said = _("The access of %(name)s is changed.") % {"name": row.name or row.email}
            return ui.done(request, "business_manager:person_access", portfolio.id, person, said=said)
    close = found.page_of(portfolio, person)
    return ui.dialog(request, "people/access_change", portfolio=portfolio, row=row, form=form, close=close)


def _change(request: Request, portfolio: Portfolio, row: PersonRow, typed: dict[str, Any]) -> None:
    wanted = NewAccess(
        level=Access(typed["level"]),
        options=frozenset(Option(one) for one in typed["options"]),
        temporary_days=typed["temporary_days"],
    )
    if row.is_invitation:
        invitations.change_invitation(by=request.actor, portfolio=portfolio, invitation_id=row.id, offered=wanted)
    else:
        actions.change_access(by=request.actor, portfolio=portfolio, person_id=row.id, access=wanted)


def remove(request: Request, portfolio: Portfolio, person: ui.Id) -> ui.Response:
    """The dialog Remove from portfolio, with what falls away."""
    row = found.row(request.actor, portfolio, person)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if form.is_bound:
        with form.explaining_refusals():
            lifecycle.remove_from_portfolio(by=request.actor, portfolio=portfolio, person_id=person)
            said = _("%(name)s isn't in %(portfolio)s any more.") % {"name": row.name, "portfolio": portfolio.name}
            return ui.done(request, "business_manager:people", portfolio.id, said=said)
    held = grants.held_by(portfolio, [person])[person]
    return ui.dialog(
        request,
        "people/remove",
        portfolio=portfolio,
        row=row,
        form=form,
        lost=[one for one in held if not one.group],
        is_full=row.access is Access.FULL,
        others=[one for one in portfolios.with_full_control(portfolio) if one.id != person],
        close=found.page_of(portfolio, person),
    )


def reveal(request: Request, portfolio: Portfolio, person: ui.Id) -> ui.Response:
    """The dialog Reveal: who has left is shown to this administrator for ten minutes."""
    row = found.row(request.actor, portfolio, person)
    form = Reveal(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.explaining_refusals():
            actions.reveal_person(by=request.actor, portfolio=portfolio, person_id=person, **form.cleaned_data)
            said = _("You see this person for ten minutes. Others still see asterisks.")
            return ui.done(request, "business_manager:person", portfolio.id, person, said=said)
    close = reverse("business_manager:people", args=[portfolio.id])
    return ui.dialog(request, "people/reveal", portfolio=portfolio, row=row, form=form, close=close)
