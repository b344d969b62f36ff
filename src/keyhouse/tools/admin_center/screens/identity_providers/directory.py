"""The list of identity providers, and the dialog that connects one."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.connections import actions, queries
from keyhouse.domain.connections.rules import PROVIDERS, Connection, ConnectionKind
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.permissions import Permission

LIST = "admin_center:identity_providers"
STEPS = (gettext_lazy("Provider"), gettext_lazy("Name"), gettext_lazy("Base URL and token"))
GALLERY = [
    ("okta", gettext_lazy("People arrive by assignment of the app; deactivation is pushed at once.")),
    ("entra", gettext_lazy("Entra ID looks every 40 minutes, or when you press Provision on demand.")),
    ("google", gettext_lazy("Automatic provisioning of a custom SAML app.")),
    ("other", gettext_lazy("Anything else that speaks SCIM 2.0 with a bearer token, scripts included.")),
]


class Name(ui.Form):
    """What the connection is called here."""

    name = ui.TextField(
        label=gettext_lazy("Name"),
        max_length=100,
        help_text=gettext_lazy("People see it as the source of their account."),
    )


def index(request: ui.Request) -> ui.Response:
    """The list."""
    organization_id = request.actor.organization_id or 0
    last, refused = queries.last_requests(organization_id), queries.refused_lately(organization_id)
    rows = [
        (one, kind_of(one), last.get(one.id), refused.get(one.id, 0), len(sign_in.tokens_of(organization_id, one.id)))
        for one in queries.provisioning_connections(organization_id)
        if not one.reads_logs_only
    ]
    return ui.render(request, "identity_providers/index", rows=rows)


def kind_of(connection: Connection) -> str:
    """What a connection is, in words."""
    known = PROVIDERS.get(connection.provider) if connection.kind == ConnectionKind.SCIM else None
    return str(known or _("Integration"))


def gallery(request: ui.Request) -> ui.Response:
    """The dialog Connect, first step: which provider."""
    options = [(key, PROVIDERS[key], words) for key, words in GALLERY]
    may = Permission.INTEGRATIONS_MANAGE in request.actor.permissions
    return ui.dialog(
        request, "identity_providers/gallery", options=options, steps=ui.Trail(0, *STEPS), may_integrate=may
    )


def connect(request: ui.Request, provider: str) -> ui.Response:
    """The dialog Connect, second step: the name; then on to the base URL and a token."""
    if provider not in PROVIDERS:
        raise NotFound()
    form = Name(request.POST or None, initial={"name": PROVIDERS[provider] if provider != "other" else ""})
    if form.is_valid():
        with form.explaining_refusals():
            organization = organizations.organization(request.actor.organization_id or 0)
            made = actions.add_provisioning_connection(
                by=request.actor, organization=organization, provider=provider, **form.cleaned_data
            )
            return ui.onward("admin_center:identity_provider_token_making", made.id, query="new=yes")
    return ui.dialog(
        request,
        "identity_providers/connect",
        form=form,
        provider=provider,
        close=reverse(LIST),
        label=PROVIDERS[provider],
        steps=ui.Trail(1, *STEPS),
    )
