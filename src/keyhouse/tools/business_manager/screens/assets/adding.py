"""Adding, editing and removing an asset; one screen for all types."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.assets import actions, queries
from keyhouse.domain.assets.rules.tasks import AssetType
from keyhouse.domain.grants import queries as grants
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.partners import queries as partners
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.tools.business_manager.door import Request

ASSET = "business_manager:asset"


class AssetForm(ui.Form):
    """The form of an asset."""

    name = ui.TextField(label=gettext_lazy("Name"), max_length=200)
    external_id = ui.TextField(
        label=gettext_lazy("ID outside Keyhouse"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("The id in the outside system, such as act_1001. Unique in your organization."),
    )


def add(request: Request, portfolio: Portfolio, kind: AssetType) -> ui.Response:
    """The dialog Add: an id that the organization had released is owned again."""
    form = AssetForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.explaining_refusals():
            made = actions.create_asset(by=request.actor, portfolio=portfolio, type=kind.code, **form.cleaned_data)
            return ui.onward("business_manager:asset_added", portfolio.id, kind, made.id)
    return ui.dialog(request, "assets/add", portfolio=portfolio, kind=kind, form=form, close=list_of(portfolio, kind))


def added(request: Request, portfolio: Portfolio, kind: AssetType, asset: ui.Id) -> ui.Response:
    """Added: the next step is to assign people."""
    found = queries.owned_asset(portfolio, asset)
    close = list_of(portfolio, kind)
    return ui.dialog(request, "assets/added", portfolio=portfolio, kind=kind, asset=found, close=close)


def edit(request: Request, portfolio: Portfolio, kind: AssetType, asset: ui.Id) -> ui.Response:
    """The dialog Edit."""
    found = queries.owned_asset(portfolio, asset)
    initial: dict[str, Any] = {"name": found.name, "external_id": found.external_id}
    form = AssetForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        with form.explaining_refusals():
            actions.edit_asset(by=request.actor, portfolio=portfolio, asset_id=asset, **form.cleaned_data)
            return ui.done(request, ASSET, portfolio.id, kind, asset, said=_("The changes are saved."))
    close = reverse(ASSET, args=[portfolio.id, kind, asset])
    return ui.dialog(request, "assets/edit", portfolio=portfolio, kind=kind, asset=found, form=form, close=close)


def remove(request: Request, portfolio: Portfolio, kind: AssetType, asset: ui.Id) -> ui.Response:
    """The dialog Remove, with what falls away."""
    found = queries.owned_asset(portfolio, asset)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if form.is_bound:
        with form.explaining_refusals():
            lifecycle.remove_asset(by=request.actor, portfolio=portfolio, asset_id=asset)
            said = _("%(name)s isn't in the portfolio any more.") % {"name": found.name}
            return ui.done(request, "business_manager:asset_list", portfolio.id, kind, said=said)
    return ui.dialog(
        request,
        "assets/remove",
        portfolio=portfolio,
        kind=kind,
        asset=found,
        form=form,
        holders=grants.holders(request.actor, portfolio, found),
        shares=partners.given_on(found.id, portfolio.organization_id),
        close=reverse(ASSET, args=[portfolio.id, kind, asset]),
    )


def list_of(portfolio: Portfolio, kind: AssetType) -> str:
    """The address of the list of a type."""
    return reverse("business_manager:asset_list", args=[portfolio.id, kind])
