"""The page of an identity provider: how it is set up there, how it behaves here, pausing it."""

from dataclasses import asdict
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.connections import actions, queries
from keyhouse.domain.connections.rules import (
    Connection,
    ConnectionKind,
    ConnectionState,
    ProvisioningOptions,
    options_of,
)
from keyhouse.domain.people import queries as people
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.identity_providers.directory import kind_of

PAGE = "admin_center:identity_provider"


class Options(ui.Form):
    """How the connection behaves."""

    send_invitations = ui.BooleanField(
        label=gettext_lazy("Invite new people at once"),
        help_text=gettext_lazy("Otherwise only when the provider sends invited: true."),
    )
    refuse_unverified_domains = ui.BooleanField(
        label=gettext_lazy("Refuse unverified domains"),
        help_text=gettext_lazy("Otherwise people of such a domain are added without an invitation."),
    )
    accounts_without_email = ui.BooleanField(
        label=gettext_lazy("Allow accounts without email"),
        help_text=gettext_lazy("A userName of 3 to 128 characters is then enough; such an account is only added."),
    )
    refuse_delete = ui.BooleanField(
        label=gettext_lazy("Refuse to delete an activated account"),
        help_text=gettext_lazy("Otherwise a delete deactivates the account and lets go of it."),
    )
    strict_replace = ui.BooleanField(
        label=gettext_lazy("Strict replace"),
        help_text=gettext_lazy("A replacement (PUT) clears what it doesn't mention. Okta and Entra ID don't need it."),
    )


def base_url() -> str:
    """The address that is typed in at the identity provider."""
    return ui.absolute("/scim/v2")


def about(request: ui.Request, found: Connection, tab: str) -> dict[str, Any]:
    """What every tab of the page shows."""
    return {
        "connection": found,
        "tab": tab,
        "provider": kind_of(found),
        "provisions": provisions(found),
        "is_paused": found.state == ConnectionState.DISABLED,
        "may_manage": Permission.PROVISIONING_MANAGE in request.actor.permissions,
    }


def provisions(found: Connection) -> bool:
    """Whether it may add, change and deactivate people."""
    return found.kind == ConnectionKind.SCIM or Permission.ACCOUNTS_MANAGE.value in found.permissions


def overview(request: ui.Request, connection: ui.Id) -> ui.Response:
    """The tab Overview: what to type in there, and what has come so far."""
    found = queries.provisioning_connection(request.actor, connection)
    organization_id = found.organization_id
    managed = people.managed_by(organization_id, found.id)
    return ui.render(
        request,
        "identity_providers/overview",
        **about(request, found, "overview"),
        base_url=base_url(),
        people=managed.count(),
        active=managed.exclude(state="deactivated").count(),
        last=queries.last_requests(organization_id).get(found.id),
        refused=queries.refused_lately(organization_id).get(found.id, 0),
        allowed=[one.sentence for one in Permission if one.value in found.permissions],
        tokens=len(sign_in.tokens_of(organization_id, found.id)),
    )


def settings(request: ui.Request, connection: ui.Id) -> ui.Response:
    """The tab Settings."""
    found = queries.provisioning_connection(request.actor, connection)
    form = Options(request.POST or None, initial=asdict(options_of(found)))
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            options = ProvisioningOptions(**form.cleaned_data)
            actions.change_provisioning(by=request.actor, connection=found, options=options)
            said = _("The settings of {name} are saved.").format(name=found.name)
            return ui.done(request, "admin_center:identity_provider_settings", found.id, said=said)
    return ui.render(request, "identity_providers/settings", **about(request, found, "settings"), form=form)


def pause(request: ui.Request, connection: ui.Id) -> ui.Response:
    """The dialog Pause: its tokens open nothing until it goes on."""
    found = queries.provisioning_connection(request.actor, connection)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.change_provisioning(by=request.actor, connection=found, paused=True)
            return ui.done(request, PAGE, found.id, said=_("{name} is paused.").format(name=found.name))
    return ui.dialog(
        request, "identity_providers/pause", connection=found, form=form, close=reverse(PAGE, args=[found.id])
    )


def resume(request: ui.Request, connection: ui.Id) -> ui.Response:
    """Let a paused connection go on."""
    found = queries.provisioning_connection(request.actor, connection)
    actions.change_provisioning(by=request.actor, connection=found, paused=False)
    return ui.done(request, PAGE, found.id, said=_("{name} is on again.").format(name=found.name))
