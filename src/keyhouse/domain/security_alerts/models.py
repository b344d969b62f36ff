"""Security alerts: one row for one cause, however often it shows."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class AlertState(enum.StrEnum):
    """How far an alert is worked on."""

    OPEN = "open"
    LOOKING = "looking"
    CLOSED = "closed"


class Severity(enum.StrEnum):
    """How soon somebody should look; severe ones are also mailed."""

    SEVERE = "severe"
    MEDIUM = "medium"
    LOW = "low"


class SecurityAlert(models.Model):
    """Something that deserves attention; `cause` keeps the same thing from being raised twice while it is open.

    `facts` are what its sentence names, `signals` the events that raised it, `about_id` the person, connection, domain
    or token that it is about.
    """

    id = ids.key(ids.Kind.SECURITY_ALERT)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    severity = models.CharField(max_length=10)
    cause = models.CharField(max_length=200)
    about_id = models.BigIntegerField(null=True)
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    facts = models.JSONField(default=dict)
    signals = models.JSONField(default=list)
    times = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    state = models.CharField(max_length=10, default=AlertState.OPEN)
    owner = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    closed_reason = models.CharField(max_length=500, blank=True)
    closed_by_name = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "kind", "cause"], name="one_open_alert_per_cause", condition=~Q(state="closed")
            ),
        ]
        indexes = [models.Index(fields=["organization", "state", "-id"], name="alerts_by_state")]
