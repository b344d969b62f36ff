"""The tables of long work and of its rows."""

from django.db import models
from django.db.models import Q

from keyhouse.foundation import ids
from keyhouse.foundation.long_work.outcomes import ENDED, Outcome, WorkState
from keyhouse.foundation.tenancy import Rows


class LongWork(models.Model):
    """Something that is done to many: who asked, how far it is, and how it ended.

    `actor` holds what is needed to act for the one who asked, never her permissions. While `is_filled` is false its
    rows are still being written, and `bookmark` says where they go on.
    """

    id = ids.key(ids.Kind.LONG_WORK)
    organization_id = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200, blank=True)
    actor = models.JSONField(default=dict)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default=WorkState.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    is_filled = models.BooleanField(default=True)
    bookmark = models.JSONField(null=True)
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = Rows()

    class Meta:
        indexes = [
            models.Index(fields=["organization_id", "id"], name="work_of_organization"),
            models.Index(fields=["moved_at"], condition=Q(state__in=["waiting", "running"]), name="work_under_way"),
        ]

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will be done."""
        return self.state in ENDED

    @property
    def tried(self) -> int:
        """How many rows have ended, however they did."""
        return self.done + self.failed + self.skipped

    @property
    def percent(self) -> int:
        """How far it is, in hundredths."""
        if self.state == WorkState.DONE:
            return 100
        return min(99, self.tried * 100 // self.total) if self.total else 0


class LongWorkRow(models.Model):
    """One row of long work: what it is about and how it ended, with the reason where it was refused or skipped."""

    organization_id = models.BigIntegerField()
    work = models.ForeignKey(LongWork, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    subject_id = models.BigIntegerField(null=True)
    label = models.CharField(max_length=400, blank=True)
    outcome = models.CharField(max_length=10, default=Outcome.WAITING)
    reason = models.TextField(blank=True)
    data = models.JSONField(default=dict)

    objects = Rows()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["work", "position"], name="one_row_per_position")]
        indexes = [
            models.Index(fields=["work", "outcome", "position"], name="rows_by_outcome"),
            models.Index(fields=["organization_id", "subject_id"], name="rows_about_a_subject"),
        ]
