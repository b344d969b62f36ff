"""One integration: its tabs Details, Permissions and Activity, and what is done to it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.connections import actions, queries
from keyhouse.domain.connections.rules import Connection
from keyhouse.domain.connections.rules import integrations as rules
from keyhouse.domain.sign_in import actions as sign_in_actions
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation import ids
from keyhouse.foundation.audit import reading
from keyhouse.foundation.audit.asking import Wanted
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.integrations.forms import Allowed, Edited, choices

PAGE = "admin_center:integration"


def about(request: ui.Request, found: Connection, tab: str) -> dict[str, Any]:
    """What every tab shows."""
    may_manage = Permission.INTEGRATIONS_MANAGE in request.actor.permissions
    back = "security_integrations" if found.reads_logs_only else "identity_providers"
    return {"integration": found, "tab": tab, "may_manage": may_manage, "back": reverse(f"admin_center:{back}")}


def details(request: ui.Request, integration: ui.Id) -> ui.Response:
    """The tab Details."""
    found = queries.integration(request.actor, integration)
    return ui.render(
        request,
        "integrations/details",
        **about(request, found, "details"),
        old_until=found.old_secret_until,
    )


def edit(request: ui.Request, integration: ui.Id) -> ui.Response:
    """The dialog Edit integration: name, description, allowed IP list."""
    found = queries.integration(request.actor, integration)
    initial = {"name": found.name, "description": found.description, "networks": "\n".join(found.allowed_networks)}
    form = Edited(request.POST or None, initial=initial)
    if form.is_valid():
        with form.explaining_refusals():
            typed = form.cleaned_data
            actions.change_integration(
                by=request.actor,
                integration=found,
                name=typed["name"],
                description=typed["description"],
                permissions=[one for one in Permission if one.value in found.permissions],
                networks=typed["networks"].split(),
            )
            return ui.done(request, PAGE, found.id, said=_("{name} is saved.").format(name=found.name))
    return ui.dialog(request, "integrations/edit", integration=found, form=form, close=reverse(PAGE, args=[found.id]))


def permissions(request: ui.Request, integration: ui.Id) -> ui.Response:
    """The tab Permissions."""
    found = queries.integration(request.actor, integration)
    known = choices(request, reads_logs_only=found.reads_logs_only)
    held = [(one.value, str(one.sentence)) for one in Permission if one.value in found.permissions]
    offered = known + [pair for pair in held if pair[0] not in dict(known)]
    form = Allowed(request.POST or None, known=offered, initial={"permissions": found.permissions})
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.change_integration(
                by=request.actor,
                integration=found,
                name=found.name,
                description=found.description,
                permissions=[one for one in Permission if one.value in form.cleaned_data["permissions"]],
                networks=found.allowed_networks,
            )
            said = _("The permissions of {name} are saved.").format(name=found.name)
            return ui.done(request, "admin_center:integration_permissions", found.id, said=said)
    return ui.render(request, "integrations/permissions", **about(request, found, "permissions"), form=form, held=held)


def activity(request: ui.Request, integration: ui.Id) -> ui.Response:
    """The tab Activity: what it did and what was done to it."""
    found = queries.integration(request.actor, integration)
    before, after = (ids.parse(request.GET.get(name, "")) for name in ("before", "after"))
    lines = reading.found(found.organization_id, Wanted(concerning=(found.id,)), before=before, after=after)
    may_open = Permission.LOGS_VIEW in request.actor.permissions
    return ui.render(
        request, "integrations/activity", **about(request, found, "activity"), found=lines, may_open=may_open
    )


def rotate(request: ui.Request, integration: ui.Id) -> ui.Response:
    """The dialog Rotate: a new app secret now, the old one goes on for 24 hours."""
    found = queries.integration(request.actor, integration)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            secret, _proof = actions.rotate_app_secret(by=request.actor, integration=found)
            return shown_once(request, found, secret)
    return ui.dialog(request, "integrations/rotate", integration=found, form=form, close=reverse(PAGE, args=[found.id]))


def remove(request: ui.Request, integration: ui.Id) -> ui.Response:
    """The dialog Remove: its tokens go first, then itself."""
    found = queries.integration(request.actor, integration)
    tokens = sign_in.tokens_of(found.organization_id, found.id)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            for token in tokens:
                sign_in_actions.revoke_access_token(by=request.actor, token=token)
            actions.remove_integration(by=request.actor, integration=found)
            back = "security_integrations" if found.reads_logs_only else "identity_providers"
            return ui.done(request, f"admin_center:{back}", said=_("{name} is removed.").format(name=found.name))
    close = reverse(PAGE, args=[found.id])
    return ui.dialog(request, "integrations/remove", integration=found, form=form, close=close, number=len(tokens))


def shown_once(request: ui.Request, found: Connection, secret: str) -> ui.Response:
    """App id, app secret and its proof, which are not shown again."""
    response = ui.dialog(
        request,
        "integrations/secret",
        integration=found,
        secret=secret,
        proof=rules.proof_of(found.id, secret),
        close=reverse(PAGE, args=[found.id]),
    )
    response.headers["Cache-Control"] = "no-store"
    return response
