"""The third and fourth step of the wizard Add IdP: a test that signs nobody in, and the email domains."""

from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.connections import actions, queries, rules
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.tools.admin_center.screens.single_sign_on.words import STEPS, checks_of, received_of
from keyhouse.ui.policy import allow_posting_to


class Assign(ui.Form):
    """Which verified domains lead here."""

    domains = ui.ManyField(label=gettext_lazy("Email domains"), required=False)
    all_new = ui.BooleanField(label=gettext_lazy("All newly verified domains"))


def test(request: ui.Request, sign_on: ui.Id) -> ui.Response:
    """Step 3: Test SSO opens the identity provider in a new tab; Check result shows every check of what came."""
    found = queries.sign_on_connection(request.actor, sign_on)
    attempt = sign_in.attempts_at(found).first()
    response = ui.render(
        request,
        "single_sign_on/test",
        connection=found,
        is_ready=rules.is_ready(found.saml),
        email=request.actor.email,
        result=found.saml.test_result or {},
        attempt=attempt,
        checks=checks_of(attempt) if attempt else [],
        received=received_of(attempt) if attempt else [],
        steps=ui.Trail(2, *STEPS),
    )
    address = urlsplit(found.saml.sign_on_url)
    if address.netloc:
        allow_posting_to(response, "'self'", f"{address.scheme}://{address.netloc}")
    return response


def domains(request: ui.Request, sign_on: ui.Id) -> ui.Response:
    """Step 4: the verified domains whose people are sent to this connection."""
    found = queries.sign_on_connection(request.actor, sign_on)
    own = queries.domains_at(found)
    offered = sorted([*own, *queries.unassigned_domains(found.organization_id)], key=lambda domain: domain.name)
    initial = {"domains": [str(domain.id) for domain in own], "all_new": found.routes_new_domains}
    form = Assign(request.POST or None, initial=initial)
    form.fields["domains"].choices = [(str(domain.id), domain.name) for domain in offered]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            chosen = [domain for domain in offered if str(domain.id) in form.cleaned_data["domains"]]
            all_new = form.cleaned_data["all_new"]
            actions.assign_domains(by=request.actor, connection=found, domains=chosen, all_new=all_new)
            said = _("The domains of {name} are saved.").format(name=found.name)
            return ui.done(request, "admin_center:single_sign_on_activation", found.id, said=said)
    steps = ui.Trail(3, *STEPS)
    heading = _('Assign domains to "{name}"').format(name=found.name)
    context: dict[str, Any] = {"connection": found, "form": form, "offered": offered, "heading": heading}
    return ui.render(request, "single_sign_on/domains", steps=steps, **context)
