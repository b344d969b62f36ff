"""The tab Tokens of an identity provider: make one, shown once; rotate and revoke."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.connections import queries
from keyhouse.domain.connections.rules import Connection, ConnectionKind
from keyhouse.domain.sign_in import actions
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.domain.sign_in.rules import SOON, AccessToken, TokenKind
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.identity_providers.connection import about, base_url, provisions
from keyhouse.tools.admin_center.screens.identity_providers.directory import STEPS

TAB = "admin_center:identity_provider_tokens"
KINDS = {
    ConnectionKind.SCIM: (TokenKind.PROVISIONING, []),
    ConnectionKind.INTEGRATION: (TokenKind.INTEGRATION, [Permission.ACCOUNTS_MANAGE.value]),
}


class Token(ui.Form):
    """What a token is called and how long it lives."""

    name = ui.TextField(
        label=gettext_lazy("Name"),
        max_length=100,
        initial=gettext_lazy("Provisioning"),
        help_text=gettext_lazy("So that you know later where it is used."),
    )
    expires = ui.ChoiceField(
        label=gettext_lazy("Expires"),
        initial="365",
        choices=[
            ("90", gettext_lazy("In 90 days")),
            ("365", gettext_lazy("In 365 days")),
            ("never", gettext_lazy("Never")),
        ],
    )


def index(request: ui.Request, connection: ui.Id) -> ui.Response:
    """The list of tokens."""
    found = queries.provisioning_connection(request.actor, connection)
    now = clock.now()
    rows = [
        (one, "expires_soon" if one.until and one.until - now < SOON else "active")
        for one in sign_in.tokens_of(found.organization_id, found.id)
    ]
    return ui.render(request, "identity_providers/tokens", **about(request, found, "tokens"), rows=rows)


def create(request: ui.Request, connection: ui.Id) -> ui.Response:
    """The dialog Create token; its answer shows the token, once."""
    found = queries.provisioning_connection(request.actor, connection)
    form = Token(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            kind, permissions = KINDS[ConnectionKind(found.kind)]
            days = form.cleaned_data["expires"]
            _made, secret = actions.create_access_token(
                by=request.actor,
                holder=found,
                kind=kind,
                name=form.cleaned_data["name"],
                permissions=permissions or found.permissions,
                days=None if days == "never" else int(days),
            )
            return _shown(request, found, secret)
    is_new = request.GET.get("new") == "yes"
    return ui.dialog(
        request,
        "identity_providers/token",
        connection=found,
        provisions=provisions(found),
        form=form,
        base_url=base_url(),
        close=reverse(TAB, args=[found.id]),
        steps=ui.Trail(2, *STEPS) if is_new else None,
    )


def rotate(request: ui.Request, connection: ui.Id, token: ui.Id) -> ui.Response:
    """The dialog Rotate: a new token now, the old one goes on for 24 hours."""
    found, held = _token(request, connection, token)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            _made, secret = actions.rotate_access_token(by=request.actor, token=held)
            return _shown(request, found, secret)
    return ui.dialog(
        request,
        "identity_providers/rotate",
        connection=found,
        token=held,
        form=form,
        close=reverse(TAB, args=[found.id]),
    )


def revoke(request: ui.Request, connection: ui.Id, token: ui.Id) -> ui.Response:
    """The dialog Revoke: the token opens nothing any more."""
    found, held = _token(request, connection, token)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.revoke_access_token(by=request.actor, token=held)
            return ui.done(request, TAB, found.id, said=_("{name} is revoked.").format(name=held.name))
    return ui.dialog(
        request,
        "identity_providers/revoke",
        connection=found,
        token=held,
        form=form,
        close=reverse(TAB, args=[found.id]),
    )


def _token(request: ui.Request, connection: int, token: int) -> tuple[Connection, AccessToken]:
    found = queries.provisioning_connection(request.actor, connection)
    held = sign_in.access_token(found.organization_id, token)
    if held.holder_id != found.id:
        raise NotFound()
    return found, held


def _shown(request: ui.Request, found: Connection, secret: str) -> ui.Response:
    response = ui.dialog(
        request,
        "identity_providers/shown",
        connection=found,
        provisions=provisions(found),
        secret=secret,
        base_url=base_url(),
        close=reverse(TAB, args=[found.id]),
    )
    response.headers["Cache-Control"] = "no-store"
    return response
