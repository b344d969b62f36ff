"""What is looked at every day: whether the certificates of identity providers still hold."""

import datetime as dt

from keyhouse.domain.connections import queries as connections
from keyhouse.domain.connections.rules import SignOnConnection
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.security_alerts import actions
from keyhouse.domain.security_alerts.rules import AlertKind, Severity
from keyhouse.foundation import clock
from keyhouse.foundation.jobs import scheduled
from keyhouse.foundation.permissions import system_actor
from keyhouse.protocols.saml import keys
from keyhouse.protocols.saml.errors import NotReadable

MARKS = (0, 1, 7, 30)  # days before the end at which an alert is raised, once at each


@scheduled(every=dt.timedelta(hours=24))
def look_at_certificates(*, organization_id: int | None) -> None:
    """Raise an alert 30, 7 and 1 days before a certificate of a connection that is on ends, and when it has ended."""
    for own in organizations.every_id():
        for connection in connections.sign_on_connections(own):
            if connection.is_on:
                _look_at(own, connection)


def _look_at(organization_id: int, connection: SignOnConnection) -> None:
    for text in connection.saml.certificates:
        try:
            certificate = keys.read_certificate(text)
        except NotReadable:
            continue
        until = certificate.not_valid_after_utc
        days = max(0, -((clock.now() - until) // dt.timedelta(days=1))) if until > clock.now() else 0
        mark = next((one for one in MARKS if days <= one), None)
        if mark is not None:
            facts = {
                "connection": connection.name,
                "until": until.date().isoformat(),
                "cause": f"{connection.id}:{keys.fingerprint(certificate)[:32]}:{mark}",
                "severity": Severity.MEDIUM if mark > MARKS[2] else Severity.SEVERE,
            }
            actions.raise_alert(
                by=system_actor(organization_id), organization_id=organization_id, kind=AlertKind.CERTIFICATE,
                about=connection.id, facts=facts,
            )  # fmt: skip
