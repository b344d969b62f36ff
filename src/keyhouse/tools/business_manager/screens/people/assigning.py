"""Assign assets and set permissions, from the person; to an invitation it is a promise."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.grants import actions, queries
from keyhouse.domain.invitations import actions as invitations
from keyhouse.domain.invitations import queries as invited
from keyhouse.domain.invitations.queries import PersonRow
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.people import queries as people
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.domain.portfolios.rules import Access, Status
from keyhouse.foundation import ids
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.business_manager.door import Request
from keyhouse.tools.business_manager.screens.people import found
from keyhouse.tools.business_manager.screens.people.person import held_of
from keyhouse.tools.business_manager.screens.picking import AssetsAndPermissions, assets_of, tasks_of, until_of


def assign(request: Request, portfolio: Portfolio, person: ui.Id) -> ui.Response:
    """The dialog Assign assets and set permissions."""
    row = found.row(request.actor, portfolio, person)
    giving = queries.giving(request.actor, portfolio)
    form = AssetsAndPermissions(
        request.POST if request.method == "POST" else None, giving=giving, time_zone=portfolio.time_zone
    )
    searches = "again" in request.POST
    if form.is_bound and not searches and form.is_valid():
        with form.explaining_refusals():
            chosen = _assign(request, portfolio, row, form.cleaned_data)
            if _needs_link(request, row):
                return _added(request, portfolio, row, chosen, fresh_link=True)
            query = "&".join(f"asset={one}" for one in chosen)
            return ui.onward("business_manager:person_assigned", portfolio.id, person, query=query)
    close = found.page_of(portfolio, person)
    return ui.dialog(request, "people/assign", portfolio=portfolio, row=row, form=form, close=close,
                     status=200 if searches else None)  # fmt: skip


def _assign(request: Request, portfolio: Portfolio, row: PersonRow, typed: dict[str, Any]) -> tuple[int, ...]:
    wanted: dict[str, Any] = {
        "object_ids": assets_of(typed),
        "tasks": tasks_of(typed),
        "until": until_of(typed, portfolio.time_zone),
    }
    if row.is_invitation:
        waiting = invited.invitation(portfolio, row.id)
        actions.promise_grants(by=request.actor, portfolio=portfolio, invitation=waiting, **wanted)
    else:
        actions.assign_assets(by=request.actor, portfolio=portfolio, subject_id=row.id, **wanted)
    return assets_of(typed)


def assigned(request: Request, portfolio: Portfolio, person: ui.Id) -> ui.Response:
    """Assets Added: what the person holds now."""
    row = found.row(request.actor, portfolio, person)
    return _added(request, portfolio, row, _chosen(request.GET), fresh_link=False)


def _added(
    request: Request, portfolio: Portfolio, row: PersonRow, chosen: tuple[int, ...], *, fresh_link: bool
) -> ui.Response:
    """The dialog Assets Added; whoever has not accepted yet is mailed a fresh link, which is shown too."""
    address, problem = _fresh_link(request, portfolio, row) if fresh_link else ("", "")
    hers = queries.giving(request.actor, portfolio, chosen).assets if chosen else {}
    held = [one for one in held_of(portfolio, row) if one.asset.id in hers]
    close = found.page_of(portfolio, row.id)
    return ui.dialog(request, "people/assigned", portfolio=portfolio, row=row, held=held, address=address,
                     problem=problem, close=close)  # fmt: skip


def _needs_link(request: Request, row: PersonRow) -> bool:
    """Whether the person can do nothing yet, and the actor may send her a link."""
    if row.status is not Status.INACTIVE or request.inside.facts.level != Access.FULL:
        return False
    return row.is_invitation or (row.login == "work" and Permission.PEOPLE_MANAGE in request.actor.permissions)


def _fresh_link(request: Request, portfolio: Portfolio, row: PersonRow) -> tuple[str, str]:
    try:
        if not row.is_invitation:
            person = people.person(portfolio.organization_id, row.id)
            return ui.absolute(f"/activate/{lifecycle.invite_to_activate(by=request.actor, person=person)}"), ""
        secret = invitations.resend_invitation(by=request.actor, portfolio=portfolio, invitation_id=row.id)
    except BrokenRule as refused:
        return "", f"{refused} {refused.next_step}"
    return ui.absolute(invited.path_of(secret)), ""


def remove(request: Request, portfolio: Portfolio, person: ui.Id) -> ui.Response:
    """Remove assets from a person, after a look at what falls away."""
    row = found.row(request.actor, portfolio, person)
    chosen = _chosen(request.POST if request.method == "POST" else request.GET)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if form.is_bound:
        with form.explaining_refusals():
            _unassign(request, portfolio, row, chosen)
            said = _("The assets are taken away.")
            return ui.done(request, "business_manager:person_assets", portfolio.id, person, said=said)
    allowed = queries.giving(request.actor, portfolio, chosen).assets if chosen else {}
    back = reverse("business_manager:person_assets", args=[portfolio.id, person])
    return ui.dialog(request, "people/unassign", portfolio=portfolio, row=row, form=form, close=back,
                     assets=[one.asset for one in allowed.values()])  # fmt: skip


def _unassign(request: Request, portfolio: Portfolio, row: PersonRow, chosen: tuple[int, ...]) -> None:
    if row.is_invitation:
        waiting = invited.invitation(portfolio, row.id)
        actions.withdraw_promises(by=request.actor, portfolio=portfolio, invitation=waiting, object_ids=chosen)
    else:
        actions.unassign_assets(by=request.actor, portfolio=portfolio, subject_id=row.id, object_ids=chosen)


def _chosen(given: Any) -> tuple[int, ...]:
    return tuple(one for text in given.getlist("asset") if (one := ids.parse(text)))
