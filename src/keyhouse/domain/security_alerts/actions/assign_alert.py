"""Give an alert to somebody who looks at it."""

from django.db import transaction

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.security_alerts.errors import AlertClosed, OwnerMayNotWorkOnAlerts
from keyhouse.domain.security_alerts.events import AlertAssigned
from keyhouse.domain.security_alerts.models import AlertState, SecurityAlert
from keyhouse.domain.security_alerts.queries.alerts import locked
from keyhouse.domain.security_alerts.rules import KINDS, AlertKind
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def assign_alert(*, by: Actor, alert: SecurityAlert, owner: Person) -> SecurityAlert:
    """Make somebody who may work on alerts the one who looks at this one. Raises NotAllowed, AlertClosed,
    OwnerMayNotWorkOnAlerts.
    """
    authorize(by, Permission.ALERTS_MANAGE, on=facts_of(alert.organization_id))

    alert = locked(alert.organization_id, alert.id)
    if alert.state == AlertState.CLOSED:
        raise AlertClosed()
    may = Permission.ALERTS_MANAGE in administration.permissions_of(owner, alert.organization_id)
    if owner.state != PersonState.ACTIVE or not may:
        raise OwnerMayNotWorkOnAlerts(name=owner.name)

    alert.owner, alert.state = owner, AlertState.LOOKING
    alert.save(update_fields=["owner", "state"])

    record(AlertAssigned(alert=str(KINDS[AlertKind(alert.kind)].label), owner=owner.name), by=by, on=alert)
    return alert
