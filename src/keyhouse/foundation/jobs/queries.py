"""What an operator asks about the jobs."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Min

from keyhouse.foundation.jobs.models import Job, JobState
from keyhouse.foundation.jobs.queue import all_jobs


@dataclass(frozen=True, kw_only=True)
class Backlog:
    """How many jobs stand where, and since when the oldest waits that could run."""

    waiting: int
    running: int
    dead: int
    oldest: dt.datetime | None


def backlog() -> Backlog:
    """The state of the queue in two statements."""
    counts = dict(all_jobs().exclude(state=JobState.DONE).values_list("state").annotate(Count("id")).order_by())
    oldest = all_jobs().filter(state=JobState.WAITING, not_before=None).aggregate(since=Min("asked_at"))["since"]
    return Backlog(
        waiting=counts.get(JobState.WAITING, 0),
        running=counts.get(JobState.RUNNING, 0),
        dead=counts.get(JobState.DEAD, 0),
        oldest=oldest,
    )


def dead() -> list[Job]:
    """The jobs that were given up, newest first."""
    return list(all_jobs().filter(state=JobState.DEAD).order_by("-finished_at")[:100])


def is_under_way(organization_id: int | None, unique: str) -> bool:
    """Whether a job with this key waits or runs."""
    rows = all_jobs().filter(organization_id=organization_id, unique=unique)
    return rows.filter(state__in=[JobState.WAITING, JobState.RUNNING]).exists()
