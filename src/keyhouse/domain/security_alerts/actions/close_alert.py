"""Close an alert."""

from django.db import transaction

from keyhouse.domain.security_alerts import errors
from keyhouse.domain.security_alerts.events import AlertClosed
from keyhouse.domain.security_alerts.models import AlertState, SecurityAlert
from keyhouse.domain.security_alerts.queries.alerts import locked
from keyhouse.domain.security_alerts.rules import KINDS, AlertKind
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def close_alert(*, by: Actor, alert: SecurityAlert, reason: str) -> SecurityAlert:
    """Close an alert with a reason; should the cause show again, a new one is raised.

    Raises NotAllowed, AlertClosed, CloseReasonMissing.
    """
    authorize(by, Permission.ALERTS_MANAGE, on=facts_of(alert.organization_id))

    alert, reason = locked(alert.organization_id, alert.id), " ".join(reason.split())
    if alert.state == AlertState.CLOSED:
        raise errors.AlertClosed()
    if not reason:
        raise errors.CloseReasonMissing()

    alert.state, alert.closed_reason, alert.closed_at = AlertState.CLOSED, reason[:500], clock.now()
    alert.closed_by_name = by.name[:200]
    alert.save(update_fields=["state", "closed_reason", "closed_at", "closed_by_name"])

    record(AlertClosed(alert=str(KINDS[AlertKind(alert.kind)].label), reason=alert.closed_reason), by=by, on=alert)
    return alert
