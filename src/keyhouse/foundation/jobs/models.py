"""Tables of the jobs and of the runs of schedules."""

from django.db import models
from django.db.models import Q

from keyhouse.foundation import ids
from keyhouse.foundation.ids import Kind
from keyhouse.foundation.tenancy import Rows


class JobState(models.TextChoices):
    """Where a job stands; a dead one was given up and waits for a person."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"


class Job(models.Model):
    """A piece of work that was asked for; its arguments are ids, never secrets."""

    id = ids.key(Kind.JOB)
    organization_id = models.BigIntegerField(null=True)
    name = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict)
    queue = models.CharField(max_length=40, default="default")
    unique = models.CharField(max_length=200, null=True)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    asked_at = models.DateTimeField()
    not_before = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    attempts_allowed = models.PositiveIntegerField()
    worker = models.CharField(max_length=60, default="")
    beats = models.PositiveBigIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)
    last_error = models.TextField(default="")

    objects = Rows()

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=Q(state="waiting"), name="jobs_waiting"),
            models.Index(fields=["state", "finished_at"], name="jobs_by_state"),
            models.Index(fields=["organization_id", "id"], name="jobs_of_organization"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["unique"], condition=Q(state="waiting", unique__isnull=False), name="jobs_one_waiting_per_key"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.id}"


class ScheduledRun(models.Model):
    """A slot of time for which a schedule has asked for its job; it never asks twice for one slot."""

    name = models.CharField(max_length=200)
    slot = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "slot"], name="jobs_one_run_per_slot")]

    def __str__(self) -> str:
        return f"{self.name} {self.slot}"
