"""Invite people: addresses with their check, access, assets, review; and what became of each address."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.grants.rules import Giving
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.invitations.rules import Offer
from keyhouse.domain.lifecycle import actions, queries
from keyhouse.domain.lifecycle.rules import Promise
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.domain.portfolios.rules import ACCESS_LABELS, OPTION_LABELS, Access, Option
from keyhouse.foundation import ids
from keyhouse.foundation.errors import BrokenRule
from keyhouse.tools.business_manager.door import Request
from keyhouse.tools.business_manager.screens.people.addresses import Addresses
from keyhouse.tools.business_manager.screens.people.mending import mend
from keyhouse.tools.business_manager.screens.picking import (
    AssetsAndPermissions,
    assets_of,
    lines_of,
    tasks_of,
    until_of,
)

PEOPLE = "business_manager:people"


class PartialAccess(ui.Form):
    """What everybody on the list may do in the portfolio itself."""

    access = ui.ChoiceField(label=gettext_lazy("Partial access"), initial=Access.BASIC.value, choices=[
        (Access.BASIC.value, gettext_lazy("Basic")),
        (Access.APPS.value, gettext_lazy("Apps and integrations")),
    ])  # fmt: skip
    full_control = ui.BooleanField(label=gettext_lazy("Full control"), help_text=gettext_lazy(
        "Settings, people, partners and every task on every asset. Give it to few."))  # fmt: skip
    options = ui.ManyField(label=gettext_lazy("Advanced options"), required=False,
                           choices=[(one.value, label) for one, label in OPTION_LABELS.items()])  # fmt: skip
    temporary_days = ui.NumberField(label=gettext_lazy("Temporary access"), required=False, min_value=3, max_value=75,
                                    help_text=gettext_lazy("Days from acceptance, 3 to 75. Empty: no end"))  # fmt: skip
    note = ui.TextAreaField(label=gettext_lazy("Note"), rows=2, required=False, max_length=500,
                            help_text=gettext_lazy("Stands in the mail."))  # fmt: skip
    days = ui.NumberField(label=gettext_lazy("Invitation expires in"), initial=30, min_value=1, max_value=90,
                          help_text=gettext_lazy("Days, 1 to 90."))  # fmt: skip


def invite(request: Request, portfolio: Portfolio) -> ui.Response:
    """The dialog Invite people."""
    giving = grants.giving(request.actor, portfolio)
    zone = portfolio.time_zone
    steps = ui.Steps(request, [
        ui.Step(key="people", label=_("People"), form=Addresses,
                extra={"by": request.actor, "portfolio": portfolio}),
        ui.Step(key="access", label=_("Access"), form=PartialAccess),
        ui.Step(key="assets", label=_("Assets"), form=AssetsAndPermissions,
                extra={"giving": giving, "time_zone": zone, "optional": True}),
        ui.Step(key="review", label=_("Review")),
    ])  # fmt: skip
    if steps.is_complete:
        try:
            outcome = actions.invite_people(by=request.actor, portfolio=portfolio, **_deed(steps.values, zone))
        except BrokenRule as refused:
            steps.refuse("assets", refused)
        else:
            made = [*outcome.invited, *outcome.held]
            query = "&".join(f"made={one.id}" for one in made)
            return ui.onward("business_manager:people_invited", portfolio.id, query=query)
    checked = steps.form if isinstance(steps.form, Addresses) else None
    return ui.dialog(
        request,
        "people/invite",
        portfolio=portfolio,
        steps=steps,
        close=reverse(PEOPLE, args=[portfolio.id]),
        failed=[(one, mend(request.actor, portfolio, one)) for one in checked.failed] if checked else [],
        review=_review(request, portfolio, steps.values, giving) if steps.is_last else None,
    )


def invited(request: Request, portfolio: Portfolio) -> ui.Response:
    """User added: who was invited, and what happens next."""
    wanted = [one for text in request.GET.getlist("made")[:200] if (one := ids.parse(text))]
    rows = [row for one in wanted if (row := invitations.row_of(request.actor, portfolio, one)) is not None]
    promises = grants.promised_counts(portfolio, [row.id for row in rows])
    return ui.dialog(
        request,
        "people/invited",
        portfolio=portfolio,
        rows=rows,
        sees_nothing=bool(rows) and not promises and all(row.access != Access.FULL for row in rows),
        close=reverse(PEOPLE, args=[portfolio.id]),
    )


def _deed(typed: dict[str, Any], zone: str) -> dict[str, Any]:
    """What the action needs, from what was typed in all steps."""
    promise = Promise(object_ids=assets_of(typed), tasks=tasks_of(typed), until=until_of(typed, zone))
    offer = Offer(
        level=Access.FULL if typed["full_control"] else Access(typed["access"]),
        options=frozenset(Option(one) for one in typed["options"]),
        temporary_days=typed["temporary_days"],
        kind=typed["kind"],
        note=typed["note"],
        days=typed["days"],
    )
    promises = [promise] if promise.object_ids else []
    return {"emails": typed["emails"], "offer": offer, "promises": promises, "hold": typed["hold"]}


def _review(request: Request, portfolio: Portfolio, typed: dict[str, Any], giving: Giving) -> dict[str, Any]:
    """What the last step shows: who is added, kept and left, with what."""
    level = Access.FULL if typed["full_control"] else Access(typed["access"])
    checked = queries.check_addresses(request.actor, portfolio, typed["emails"], typed["kind"])
    kept = [one for one in checked.failed if typed["hold"] and one.reason.can_be_held]
    return {
        "ready": [one.address.typed for one in checked.ready],
        "held": [one.typed for one in kept],
        "left": [one.typed for one in checked.failed if one not in kept],
        "access": ACCESS_LABELS[level],
        "is_full": level is Access.FULL,
        "options": [OPTION_LABELS[Option(one)] for one in typed["options"]],
        "lines": lines_of(giving, typed),
        "typed": typed,
    }
