"""The tab Tokens of an integration: create one, shown once; revoke."""

from django.urls import reverse
from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.connections import queries
from keyhouse.domain.sign_in import actions
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.domain.sign_in.rules import SOON, TokenKind
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotFound
from keyhouse.tools.admin_center.screens.integrations.forms import NewToken
from keyhouse.tools.admin_center.screens.integrations.integration import about

TAB = "admin_center:integration_tokens"


def index(request: ui.Request, integration: ui.Id) -> ui.Response:
    """The list of tokens."""
    found, now = queries.integration(request.actor, integration), clock.now()
    rows = [
        (one, "expires_soon" if one.until and one.until - now < SOON else "active")
        for one in sign_in.tokens_of(found.organization_id, found.id)
    ]
    return ui.render(request, "integrations/tokens", **about(request, found, "tokens"), rows=rows)


def create(request: ui.Request, integration: ui.Id) -> ui.Response:
    """The dialog Create access token; its answer shows the token, once."""
    found = queries.integration(request.actor, integration)
    form, close = NewToken(request.POST or None), reverse(TAB, args=[found.id])
    if form.is_valid():
        with form.explaining_refusals():
            days = form.cleaned_data["expires"]
            _made, secret = actions.create_access_token(
                by=request.actor,
                holder=found,
                kind=TokenKind.INTEGRATION,
                name=form.cleaned_data["name"],
                permissions=found.permissions,
                days=None if days == "never" else int(days),
            )
            response = ui.dialog(request, "integrations/token_shown", integration=found, secret=secret, close=close)
            response.headers["Cache-Control"] = "no-store"
            return response
    return ui.dialog(request, "integrations/token", integration=found, form=form, close=close)


def revoke(request: ui.Request, integration: ui.Id, integration_token: ui.Id) -> ui.Response:
    """The dialog Revoke: the token opens nothing any more."""
    found = queries.integration(request.actor, integration)
    held = sign_in.access_token(found.organization_id, integration_token)
    if held.holder_id != found.id:
        raise NotFound()
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.revoke_access_token(by=request.actor, token=held)
            return ui.done(request, TAB, found.id, said=_("{name} is revoked.").format(name=held.name))
    close = reverse(TAB, args=[found.id])
    return ui.dialog(request, "integrations/token_revoking", integration=found, token=held, form=form, close=close)
