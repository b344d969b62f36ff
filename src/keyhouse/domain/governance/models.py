"""Approvals: deeds that an administrator asked for and another one decides."""

import enum

from django.db import models

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class ApprovalState(enum.StrEnum):
    """Where a request stands; only a waiting one can still be decided."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    DECLINED = "declined"
    CANCELED = "canceled"
    STOPPED = "stopped"
    EXPIRED = "expired"


class Approval(models.Model):
    """A deed that waits for another administrator, with the arguments by which it is done and what it changes.

    A person asked, or an integration whose id and name stand here. `runs_at` is set when nobody else may decide: then
    it is done by itself, unless the link in the mail stops it. The link's secret is blanked once it is mailed.
    """

    id = ids.key(ids.Kind.APPROVAL)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    deed = models.CharField(max_length=40)
    arguments = models.JSONField(default=dict)
    changes = models.JSONField(default=list)
    reason = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, default=ApprovalState.WAITING)
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    integration_id = models.BigIntegerField(null=True)
    integration_name = models.CharField(max_length=200, blank=True)
    strength = models.PositiveSmallIntegerField(default=0)
    relationship_id = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField()
    until = models.DateTimeField()
    runs_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=600, blank=True)
    stop_hash = models.CharField(max_length=64, blank=True)
    stop_encrypted = models.CharField(max_length=200, blank=True)

    objects = Rows()

    class Meta:
        indexes = [
            models.Index(fields=["organization", "state", "-id"], name="approvals_by_state"),
            models.Index(fields=["organization", "person", "-id"], name="approvals_of_a_person"),
            models.Index(fields=["until"], name="approvals_waiting", condition=models.Q(state="waiting")),
            models.Index(fields=["stop_hash"], name="approvals_by_link", condition=~models.Q(stop_hash="")),
        ]

    @property
    def asked_by(self) -> str:
        """The name of who asked."""
        return self.person.name if self.person else self.integration_name

    @property
    def is_waiting(self) -> bool:
        """Whether it can still be decided."""
        return self.state == ApprovalState.WAITING
