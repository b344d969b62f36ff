"""Raise an alert, or note that an open one showed again."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.security_alerts.events import AlertRaised
from keyhouse.domain.security_alerts.models import AlertState, SecurityAlert, Severity
from keyhouse.domain.security_alerts.rules import KINDS, SIGNALS_KEPT, AlertKind
from keyhouse.foundation import clock, ids
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def raise_alert(
    *, by: Actor, organization_id: int, kind: AlertKind, about: int | None, facts: Mapping[str, Any],
    signal: int | None = None,
) -> SecurityAlert:  # fmt: skip
    """Raise an alert about a thing; the same kind about the same thing is raised once until it is closed.

    `facts` are plain values that its page shows, with `cause` to tell causes about one thing apart and `severity` to
    raise its own; `signal` is the event that raised it. Raises NotAllowed.
    """
    authorize(by, Permission.ALERTS_MANAGE, on=facts_of(organization_id))

    cause, now = str(facts.get("cause", about or "")), clock.now()
    person = about if about and ids.kind_of(about) is ids.Kind.PERSON else None
    if person and not Person.objects.of(organization_id).filter(id=person).exists():
        person = None
    severity = Severity(facts.get("severity", KINDS[kind].severity))
    kept = {name: value for name, value in facts.items() if name not in ("cause", "severity")}

    rows = SecurityAlert.objects.of(organization_id).exclude(state=AlertState.CLOSED)
    found, is_new = rows.select_for_update(of=("self",)).get_or_create(
        kind=kind, cause=cause[:200], defaults={
            "organization_id": organization_id, "severity": severity, "about_id": about, "person_id": person,
            "facts": kept, "signals": [str(signal)] if signal else [], "first_at": now, "last_at": now,
        },
    )  # fmt: skip
    alert: SecurityAlert = found
    if not is_new and str(signal) not in alert.signals:
        alert.times, alert.last_at, alert.facts = alert.times + 1, now, kept
        alert.signals = [*alert.signals, *([str(signal)] if signal else [])][-SIGNALS_KEPT:]
        alert.save(update_fields=["times", "last_at", "facts", "signals"])

    if is_new:
        label = str(KINDS[kind].label)
        record(AlertRaised(alert=label, kind=kind.value, severity=severity.value), by=by, on=alert)
    return alert
