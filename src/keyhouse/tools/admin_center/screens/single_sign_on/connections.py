"""Single sign-on: the connections of the organization, the page of each, and how one is switched on and off."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.connections import actions, queries, rules
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation import clock
from keyhouse.protocols.saml import keys
from keyhouse.tools.admin_center.screens.single_sign_on.certificates import certificates_of
from keyhouse.tools.admin_center.screens.single_sign_on.words import PROVIDERS, STEPS

LIST, PAGE = "admin_center:single_sign_on", "admin_center:single_sign_on_connection"


class AddConnection(ui.Form):
    """Which identity provider, and what the connection is called."""

    provider = ui.ChoiceField(
        label=gettext_lazy("Identity provider"), choices=list(PROVIDERS.items()), as_list=True, initial="okta"
    )
    name = ui.TextField(label=gettext_lazy("Name your SSO setup"), max_length=100)


class Confirm(ui.Form):
    """Nothing to type in."""


def index(request: ui.Request) -> ui.Response:
    """The list of connections, and the domains that lead to none."""
    organization_id = request.actor.organization_id or 0
    rows = [
        (row, PROVIDERS.get(row.provider, row.provider), queries.domains_at(row), certificates_of(row))
        for row in queries.sign_on_connections(organization_id)
    ]
    unassigned = queries.unassigned_domains(organization_id)
    return ui.render(request, "single_sign_on/index", rows=rows, unassigned=unassigned)


def create(request: ui.Request) -> ui.Response:
    """The dialog Add IdP: it makes a draft, so that nothing is lost between the steps."""
    form = AddConnection(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            organization = organizations.organization(request.actor.organization_id or 0)
            pair = rules.KeyPair(*keys.new_key_pair(f"Keyhouse for {organization.name}", clock.now()))
            added = actions.add_sign_on_connection(
                by=request.actor, organization=organization, keys=pair, **form.cleaned_data
            )
            return ui.done(request, "admin_center:single_sign_on_our_side", added.id)
    return ui.dialog(request, "single_sign_on/create", form=form)


def detail(request: ui.Request, sign_on: ui.Id) -> ui.Response:
    """The page of one connection."""
    found = queries.sign_on_connection(request.actor, sign_on)
    return ui.render(
        request,
        "single_sign_on/detail",
        connection=found,
        provider=PROVIDERS.get(found.provider, found.provider),
        ours=rules.addresses_of(found.id),
        domains=queries.domains_at(found),
        certificates=certificates_of(found),
        attempts=sign_in.attempts_at(found)[:8],
        is_ready=rules.is_ready(found.saml),
    )


def activate(request: ui.Request, sign_on: ui.Id) -> ui.Response:
    """The last step of the wizard: who will be routed, what is still missing, and Activate SSO."""
    found = queries.sign_on_connection(request.actor, sign_on)
    form = Confirm(request.POST if request.method == "POST" else None)
    form.links = {
        "connection_not_tested": (_("Test it"), reverse("admin_center:single_sign_on_test", args=[found.id])),
        "break_glass_missing": (_("Open Admin roles"), "/admin-center/admin-roles/"),
    }
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            lifecycle.activate_single_sign_on(by=request.actor, connection=found)
            return ui.done(request, PAGE, found.id, said=_("{name} is on.").format(name=found.name))
    return ui.render(
        request,
        "single_sign_on/activate",
        connection=found,
        form=form,
        steps=ui.Trail(4, *STEPS),
        domains=queries.domains_at(found),
        affected=sign_in.affected_by(found),
        has_break_glass=sign_in.somebody_gets_in_without(found.organization_id),
    )


def switch_off(request: ui.Request, sign_on: ui.Id) -> ui.Response:
    """The dialog that switches a connection off."""
    found = queries.sign_on_connection(request.actor, sign_on)
    form = Confirm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.switch_off_sign_on(by=request.actor, connection=found)
            return ui.done(request, PAGE, found.id, said=_("{name} is off.").format(name=found.name))
    affected = sign_in.affected_by(found)
    close = reverse(PAGE, args=[found.id])
    return ui.dialog(request, "single_sign_on/switch_off", connection=found, form=form, affected=affected, close=close)
