"""Streams that carry the log elsewhere, and what the last walks along its chain found."""

import enum

from django.db import models
from django.db.models import Q

from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import ids
from keyhouse.foundation.tenancy import Rows


class StreamState(enum.StrEnum):
    """Whether a stream carries lines."""

    ACTIVE = "active"
    PAUSED = "paused"


class LogStream(models.Model):
    """A stream of the log to a webhook, to syslog or to a file; `position` is the number of the last line that arrived.

    `failures` counts the tries in a row that failed, the first of which was at `failing_since`.
    """

    id = ids.key(ids.Kind.LOG_STREAM)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=10)
    address = models.CharField(max_length=2048, blank=True)
    certificate = models.TextField(blank=True)
    secret_encrypted = models.TextField(blank=True)
    state = models.CharField(max_length=10, default=StreamState.ACTIVE)
    position = models.BigIntegerField(default=0)
    sent = models.BigIntegerField(default=0)
    skipped = models.BigIntegerField(default=0)
    last_sent_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=500, blank=True)
    not_before = models.DateTimeField(null=True)
    is_told = models.BooleanField(default=False)
    tested_at = models.DateTimeField(null=True)
    test_error = models.CharField(max_length=500, blank=True)
    made_by_id = models.BigIntegerField(null=True)
    made_at = models.DateTimeField()

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="one_stream_per_name")]
        indexes = [models.Index(fields=["organization"], condition=Q(state="active"), name="streams_that_run")]

    @property
    def is_on(self) -> bool:
        """Whether it carries lines."""
        return self.state == StreamState.ACTIVE


class LogVerification(models.Model):
    """A walk along the chain of the log: how far it is, and what it found."""

    id = ids.key(ids.Kind.OTHER)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    begun_by_id = models.BigIntegerField(null=True)
    begun_by = models.CharField(max_length=200, blank=True)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    total = models.BigIntegerField(default=0)
    events = models.BigIntegerField(default=0)
    blocks = models.BigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
    fault = models.CharField(max_length=60, blank=True)
    block = models.BigIntegerField(null=True)
    sequence = models.BigIntegerField(null=True)
    event_id = models.BigIntegerField(null=True)

    objects = Rows()

    class Meta:
        indexes = [models.Index(fields=["organization", "-id"], name="verifications_of_a_log")]

    @property
    def is_whole(self) -> bool:
        """Whether it ended and found every block in place."""
        return self.ended_at is not None and not self.fault
