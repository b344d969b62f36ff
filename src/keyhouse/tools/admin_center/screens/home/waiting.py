"""What waits for the one who looks, and how the connections are."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from keyhouse import ui
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.connections.rules import Connection
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.governance import queries as governance
from keyhouse.domain.relationships import queries as relationships
from keyhouse.domain.security_alerts import queries as security_alerts
from keyhouse.domain.security_logs import queries as security_logs
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.single_sign_on.certificates import certificates_of


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits: what, and the page where it is done."""

    words: str
    address: str
    tone: str = "attention"


@dataclass(frozen=True, kw_only=True)
class Health:
    """One connection as Home shows it; `word` says what is wrong, empty where nothing is."""

    connection: Connection
    kind: str
    address: str
    word: str = ""


def for_me(request: ui.Request) -> list[Waiting]:
    """What waits for the actor, as far as she may see it."""
    may = request.actor.permissions
    parts: list[tuple[Permission | None, Callable[[ui.Request], list[Waiting]]]] = [
        (None, _approvals),
        (Permission.RELATIONSHIPS_VIEW, _member_requests),
        (Permission.DOMAINS_VIEW, _domains),
        (Permission.ALERTS_VIEW, _alerts),
        (Permission.LOGS_VIEW, _log),
    ]
    return [one for needs, look in parts if needs is None or needs in may for one in look(request)]


def _approvals(request: ui.Request) -> list[Waiting]:
    number = governance.number_waiting(request.actor)
    words = ngettext("%d approval waits for your decision", "%d approvals wait for your decision", number) % number
    return [Waiting(words=words, address="/admin-center/approvals/")] if number else []


def _member_requests(request: ui.Request) -> list[Waiting]:
    number = relationships.number_of_requests(request.actor.organization_id or 0)
    words = ngettext("%d member request of another organization", "%d member requests of other organizations", number)
    address = "/admin-center/external-relationships/member-requests/"
    return [Waiting(words=words % number, address=address)] if number else []


def _domains(request: ui.Request) -> list[Waiting]:
    found = [one for one in email_domains.domains(request.actor) if one.state in ("warning", "lapsed")]
    words = {"warning": _("The proof of {name} is missing"), "lapsed": _("{name} lapsed")}
    tones = {"warning": "attention", "lapsed": "danger"}
    address = "/admin-center/domain-verification/"
    return [
        Waiting(words=words[one.state].format(name=one.name), address=address, tone=tones[one.state]) for one in found
    ]


def _alerts(request: ui.Request) -> list[Waiting]:
    number = security_alerts.waiting(request.actor.organization_id or 0)
    words = ngettext("%d open security alert", "%d open security alerts", number) % number
    return [Waiting(words=words, address="/admin-center/security-alerts/", tone="danger")] if number else []


def _log(request: ui.Request) -> list[Waiting]:
    organization_id = request.actor.organization_id or 0
    found = [
        Waiting(
            words=_("The log stream {name} is failing").format(name=one.name),
            address=f"/admin-center/security-logs/streams/{one.id}/",
            tone="danger",
        )
        for one in security_logs.failing_streams(organization_id)
    ]
    last = security_logs.last_verified(organization_id)
    if last is not None and last.fault:
        address = "/admin-center/security-logs/verification/"
        found.append(Waiting(words=_("The security log is broken"), address=address, tone="danger"))
    return found


def connections_of(request: ui.Request) -> list[Health]:
    """The connections with what is wrong: certificates that end, requests that were refused."""
    organization_id = request.actor.organization_id or 0
    refused = connections.refused_lately(organization_id)
    found = [
        Health(
            connection=one,
            kind=_("Single sign-on"),
            address=f"/admin-center/single-sign-on/{one.id}/",
            word=_certificate_word({str(known["state"]) for known in certificates_of(one)}) if one.is_on else "",
        )
        for one in connections.sign_on_connections(organization_id)
    ]
    for one in connections.provisioning_connections(organization_id):
        number, is_program = refused.get(one.id, 0), one.kind == "integration"
        panel = "security-integrations" if is_program else "identity-providers"
        words = ngettext("%d request refused in 24 h", "%d requests refused in 24 h", number) % number
        kind, address = _("Integration") if is_program else _("Provisioning"), f"/admin-center/{panel}/{one.id}/"
        found.append(Health(connection=one, kind=kind, address=address, word=words if number else ""))
    return found


def _certificate_word(states: set[str]) -> str:
    if "expired" in states:
        return _("The certificate has expired")
    return _("The certificate expires within 30 days") if "expires_soon" in states else ""
