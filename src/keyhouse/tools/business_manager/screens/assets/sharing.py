"""Assigning people to an asset, from the asset's page, and taking it away from them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.assets.rules.tasks import AssetType
from keyhouse.domain.grants import actions, queries
from keyhouse.domain.invitations import queries as invited
from keyhouse.domain.invitations.queries import Filters, PersonRow, Tab
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.domain.portfolios.rules import Access, Status
from keyhouse.foundation import ids
from keyhouse.foundation.permissions import Actor
from keyhouse.tools.business_manager.door import Request
from keyhouse.tools.business_manager.screens.assets.adding import ASSET
from keyhouse.tools.business_manager.screens.picking import until_of

MOST = 200


class People(ui.Form):
    """Which people, which tasks, and until when."""

    until = ui.DateField(label=gettext_lazy("End date"), required=False,
                         help_text=gettext_lazy("The tasks end with this day. Leave it empty for no end."))  # fmt: skip

    def __init__(self, data: Any = None, *, people: list[PersonRow], kind: AssetType, bits: int) -> None:
        super().__init__(data)
        names = [(str(one.id), f"{one.name} · {one.email}" if one.name else one.email) for one in people]
        offered = [(one.name, one.label) for one in (*kind.partial, kind.full) if one.bit & bits]
        self.fields["people"] = ui.ManyField(
            label=_("People"), choices=names, error_messages={"required": _("Choose at least one person.")}
        )
        self.fields["tasks"] = ui.ManyField(
            label=_("Tasks"), choices=offered, error_messages={"required": _("Choose at least one task.")}
        )


def assign(request: Request, portfolio: Portfolio, kind: AssetType, asset: ui.Id) -> ui.Response:
    """The dialog Assign people."""
    found, owner = queries.asset_in(request.actor, portfolio, asset)
    allowance = queries.giving(request.actor, portfolio, [asset]).assets[asset]
    people = _who_can_be_assigned(request.actor, portfolio, request.GET.get("q", ""))
    data = request.POST if request.method == "POST" else None
    form = People(data, people=people, kind=allowance.type, bits=allowance.bits)
    if form.is_valid():
        with form.explaining_refusals():
            _assign(request, portfolio, asset, allowance.type.code, form.cleaned_data)
            return ui.onward("business_manager:asset_people_added", portfolio.id, kind, asset,
                             query="&".join(f"person={one}" for one in form.cleaned_data["people"]))  # fmt: skip
    close = reverse(ASSET, args=[portfolio.id, kind, asset])
    return ui.dialog(request, "assets/people", portfolio=portfolio, kind=kind, asset=found, owner=owner, form=form,
                     people=people, close=close)  # fmt: skip


def _assign(request: Request, portfolio: Portfolio, asset: int, code: str, typed: dict[str, Any]) -> None:
    wanted: dict[str, Any] = {
        "object_ids": [asset], "tasks": {code: tuple(typed["tasks"])}, "until": until_of(typed, portfolio.time_zone),
    }  # fmt: skip
    for one in (int(text) for text in typed["people"]):
        if ids.kind_of(one) is ids.Kind.INVITATION:
            waiting = invited.invitation(portfolio, one)
            actions.promise_grants(by=request.actor, portfolio=portfolio, invitation=waiting, **wanted)
        else:
            actions.assign_assets(by=request.actor, portfolio=portfolio, subject_id=one, **wanted)


def assigned(request: Request, portfolio: Portfolio, kind: AssetType, asset: ui.Id) -> ui.Response:
    """People Added."""
    found, _owner = queries.asset_in(request.actor, portfolio, asset)
    chosen = {one for text in request.GET.getlist("person") if (one := ids.parse(text))}
    rows = [one for one in queries.holders(request.actor, portfolio, found) if one.subject_id in chosen]
    close = reverse(ASSET, args=[portfolio.id, kind, asset])
    return ui.dialog(request, "assets/people_added", portfolio=portfolio, asset=found, rows=rows, close=close)


def remove(request: Request, portfolio: Portfolio, kind: AssetType, asset: ui.Id) -> ui.Response:
    """Take the asset away from the people who were chosen."""
    found, _owner = queries.asset_in(request.actor, portfolio, asset)
    given = request.POST if request.method == "POST" else request.GET
    chosen = {one for text in given.getlist("person") if (one := ids.parse(text))}
    rows = [
        one for one in queries.holders(request.actor, portfolio, found) if one.subject_id in chosen and one.is_direct
    ]
    form = ui.Form(request.POST if request.method == "POST" else None)
    if form.is_bound:
        with form.explaining_refusals():
            for holder in rows:
                _take(request, portfolio, asset, holder.subject_id)
            return ui.done(request, ASSET, portfolio.id, kind, asset, said=_("The asset is taken away."))
    close = reverse(ASSET, args=[portfolio.id, kind, asset])
    return ui.dialog(request, "assets/people_removal", portfolio=portfolio, kind=kind, asset=found, form=form,
                     rows=rows, close=close)  # fmt: skip


def _take(request: Request, portfolio: Portfolio, asset: int, subject: int) -> None:
    if ids.kind_of(subject) is ids.Kind.INVITATION:
        waiting = invited.invitation(portfolio, subject)
        actions.withdraw_promises(by=request.actor, portfolio=portfolio, invitation=waiting, object_ids=[asset])
    else:
        actions.unassign_assets(by=request.actor, portfolio=portfolio, subject_id=subject, object_ids=[asset])


def _who_can_be_assigned(by: Actor, portfolio: Portfolio, search: str) -> list[PersonRow]:
    """The people and the waiting invitations of the portfolio, by name, without those who have left."""
    filters = Filters(tab=Tab.ALL, search=search.strip()[:100])
    rows = invited.people(by, portfolio, filters, limit=MOST)
    shown = [one for one in rows if one.status in (Status.ACTIVE, Status.INACTIVE) and not one.is_masked]
    if portfolios.facts_for(by, portfolio).level != Access.FULL:
        shown = [one for one in shown if not one.is_invitation]
    return sorted(shown, key=lambda one: (one.name or one.email).casefold())
