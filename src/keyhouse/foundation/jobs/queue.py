"""The queue: which job is next, who holds it, and how it ended."""

import datetime as dt
import secrets
from collections.abc import Collection, Mapping

from django.db import connection, transaction
from django.db.models import F, Q

from keyhouse.foundation import clock
from keyhouse.foundation.jobs.models import Job, JobState
from keyhouse.foundation.jobs.types import Argument, JobType
from keyhouse.foundation.tenancy import ScopedRows

FIRST_PAUSE = dt.timedelta(seconds=5)
LONGEST_PAUSE = dt.timedelta(hours=1)
ERROR_LENGTH = 1000


def all_jobs() -> ScopedRows[Job]:
    """The jobs of all organizations: one worker serves them all."""
    rows: ScopedRows[Job] = Job.objects.everywhere(reason="a worker serves the jobs of all organizations")
    return rows


def add(
    kind: JobType, *, organization_id: int | None, unique: str | None, arguments: Mapping[str, Argument]
) -> Job | None:
    """Write a job down; None when one with its unique key is waiting already."""
    job = Job(
        organization_id=organization_id,
        name=kind.name,
        arguments=dict(arguments),
        queue=kind.queue,
        unique=unique,
        asked_at=clock.now(),
        attempts_allowed=kind.attempts,
    )
    if unique is None:
        job.save(force_insert=True)
        return job
    with transaction.atomic():
        if all_jobs().filter(unique=unique, state=JobState.WAITING).exists():
            return None
        all_jobs().bulk_create([job], ignore_conflicts=True)
        return job if all_jobs().filter(pk=job.pk).exists() else None


def due(queues: Collection[str] = ()) -> ScopedRows[Job]:
    """The jobs that may run now; a pause longer than any we give means that the clock was set back, and ends."""
    now = clock.now()
    ready = Q(not_before=None) | Q(not_before__lte=now) | Q(not_before__gt=now + LONGEST_PAUSE)
    rows = all_jobs().filter(ready, state=JobState.WAITING)
    return rows.filter(queue__in=queues) if queues else rows


def claim(worker: str, queues: Collection[str] = ()) -> Job | None:
    """Take the next job for this worker, or None; two workers never take the same one."""
    if not due(queues).exists():
        return None
    with transaction.atomic():
        rows = due(queues).order_by("id")
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        job = rows.first()
        if job is None:
            return None
        job.state, job.worker, job.attempts, job.beats = JobState.RUNNING, worker, job.attempts + 1, job.beats + 1
        all_jobs().filter(pk=job.pk).update(
            state=job.state, worker=worker, attempts=job.attempts, beats=F("beats") + 1, not_before=None
        )
        return job


def beat(worker: str) -> None:
    """Tell the other workers that this one is alive and still at its jobs."""
    all_jobs().filter(state=JobState.RUNNING, worker=worker).update(beats=F("beats") + 1)


def finish(job: Job) -> bool:
    """Mark a job as done; False when another worker has taken it over meanwhile."""
    return bool(_held(job).update(state=JobState.DONE, finished_at=clock.now(), last_error=""))


def fail(job: Job, error: str) -> None:
    """Let a job that failed try again after a pause that grows, or give it up after its last attempt."""
    _end_attempt(job, _held(job), error, clock.now() + pause_after(job.attempts))


def take_over(job: Job) -> None:
    """Free a job whose worker has died, so that another one runs it; a beat that came meanwhile keeps it there."""
    _end_attempt(job, _held(job).filter(beats=job.beats), "its worker died", None)


def revive(job: Job) -> None:
    """Give a job that was given up all its attempts again."""
    all_jobs().filter(pk=job.pk, state=JobState.DEAD).update(
        state=JobState.WAITING, attempts=0, not_before=None, finished_at=None, unique=None
    )


def pause_after(attempts: int) -> dt.timedelta:
    """How long a job waits after so many attempts: doubling from five seconds to an hour, spread by a tenth."""
    pause: dt.timedelta = min(FIRST_PAUSE * 2 ** min(attempts - 1, 20), LONGEST_PAUSE * 0.9)
    return pause * (1 + secrets.randbelow(100) / 1000)


def _held(job: Job) -> ScopedRows[Job]:
    return all_jobs().filter(pk=job.pk, state=JobState.RUNNING, worker=job.worker, attempts=job.attempts)


def _end_attempt(job: Job, held: ScopedRows[Job], error: str, not_before: dt.datetime | None) -> None:
    """Put a job back or give it up; when a newer one with its unique key waits already, that one does the work."""
    with transaction.atomic():
        error = error[:ERROR_LENGTH]
        if job.attempts >= job.attempts_allowed:
            held.update(state=JobState.DEAD, finished_at=clock.now(), last_error=error)
        elif job.unique and all_jobs().filter(unique=job.unique, state=JobState.WAITING).exists():
            held.update(state=JobState.DONE, finished_at=clock.now(), last_error=error)
        else:
            held.update(state=JobState.WAITING, not_before=not_before, last_error=error)
