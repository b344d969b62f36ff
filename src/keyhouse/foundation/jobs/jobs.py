"""What the queue does for itself."""

import datetime as dt

from keyhouse.foundation import clock
from keyhouse.foundation.jobs.models import JobState, ScheduledRun
from keyhouse.foundation.jobs.queue import all_jobs
from keyhouse.foundation.jobs.types import scheduled

KEPT = dt.timedelta(days=7)
RUNS_KEPT = 50_000


@scheduled(every=dt.timedelta(hours=1))
def forget_done_jobs(*, organization_id: int | None) -> None:
    """Delete jobs that were done a week ago, and the oldest runs of schedules."""
    all_jobs().filter(state=JobState.DONE, finished_at__lt=clock.now() - KEPT).delete()
    newest = ScheduledRun.objects.order_by("-id").values_list("id", flat=True).first() or 0
    ScheduledRun.objects.filter(id__lt=newest - RUNS_KEPT).delete()
