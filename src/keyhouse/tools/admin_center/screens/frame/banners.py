"""The banners above every page of Admin Center: proofs that are missing, certificates that end."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.foundation.permissions import Actor, Permission
from keyhouse.tools.admin_center.screens.single_sign_on.certificates import certificates_of

Alert = tuple[str, ui.Text, ui.Text, str]


def alerts(request: HttpRequest) -> list[Alert]:
    """What concerns every administrator who may see it: proofs that are missing, certificates that end."""
    actor = getattr(request, "actor", None)
    found: list[Alert] = []
    if actor is not None and Permission.DOMAINS_VIEW in actor.permissions:
        found += _domain_alerts(actor)
    if actor is not None and Permission.SSO_VIEW in actor.permissions:
        found += _certificate_alerts(actor)
    return found


def _domain_alerts(actor: Actor) -> list[Alert]:
    """A banner for each domain whose proof is missing."""
    address = reverse("admin_center:domain_verification")
    found: list[Alert] = []
    for domain in email_domains.domains(actor):
        if domain.state == "warning":
            sentence = _("The proof of {name} is missing. Put it back, or the domain lapses after 14 days.")
            found.append(("attention", str(sentence).format(name=domain.name), _("Open domains"), address))
        elif domain.state == "lapsed":
            sentence = _("{name} lapsed: nobody new joins by it until its proof is back.")
            found.append(("danger", str(sentence).format(name=domain.name), _("Open domains"), address))
    return found


def _certificate_alerts(actor: Actor) -> list[Alert]:
    """A banner for each connection that is on and whose identity provider's certificate has ended or ends soon."""
    found: list[Alert] = []
    for connection in connections.sign_on_connections(actor.organization_id or 0):
        states = {certificate["state"] for certificate in certificates_of(connection)} if connection.is_on else set()
        address = reverse("admin_center:single_sign_on_connection", args=[connection.id])
        if "expired" in states:
            sentence = _("The certificate of {name} has expired. Sign-in goes on with it; renew it at the provider.")
            found.append(("danger", str(sentence).format(name=connection.name), _("Open connection"), address))
        elif "expires_soon" in states:
            sentence = _("The certificate of {name} expires within 30 days. Renew it at the provider.")
            found.append(("attention", str(sentence).format(name=connection.name), _("Open connection"), address))
    return found
