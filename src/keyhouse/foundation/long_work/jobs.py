"""The jobs of long work: a slice of it, looking after what stands still, and forgetting old results."""

import datetime as dt

from keyhouse.foundation import clock
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.long_work.models import LongWork, LongWorkRow
from keyhouse.foundation.long_work.outcomes import ENDED

KEPT = dt.timedelta(days=30)
STILL = dt.timedelta(minutes=10)


@job(queue="long_work")
def do_long_work(*, organization_id: int, work_id: int) -> None:
    """Do a slice of a work and ask for the next one."""
    from keyhouse.foundation.long_work import running  # late: what runs a slice asks for this job again

    if running.go_on(organization_id, work_id):
        do_long_work.enqueue(organization_id=organization_id, unique=f"long_work:{work_id}", work_id=work_id)


@scheduled(every=dt.timedelta(minutes=5))
def resume_long_work(*, organization_id: int | None) -> None:
    """Ask once more for work that nobody has moved for ten minutes."""
    rows = LongWork.objects.everywhere(reason="work that stands still is found whosever it is")
    for work in rows.exclude(state__in=ENDED).filter(moved_at__lt=clock.now() - STILL).order_by("id"):
        do_long_work.enqueue(organization_id=work.organization_id, unique=f"long_work:{work.id}", work_id=work.id)


@scheduled(every=dt.timedelta(days=1))
def forget_long_work(*, organization_id: int | None) -> None:
    """Delete the results of work that ended 30 days ago."""
    rows = LongWork.objects.everywhere(reason="old results are forgotten whosever they are")
    for work in rows.filter(state__in=ENDED, ended_at__lt=clock.now() - KEPT):
        LongWorkRow.objects.of(work.organization_id).filter(work=work).delete()
        LongWork.objects.of(work.organization_id).filter(id=work.id).delete()
