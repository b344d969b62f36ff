"""Asking for long work in an action's transaction, and stopping it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import transaction

from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.long_work import actors
from keyhouse.foundation.long_work.events import WorkStopped
from keyhouse.foundation.long_work.handlers import handler_of
from keyhouse.foundation.long_work.jobs import do_long_work
from keyhouse.foundation.long_work.models import LongWork, LongWorkRow
from keyhouse.foundation.long_work.outcomes import ENDED, NewRow, WorkState
from keyhouse.foundation.permissions import Actor, authorize, facts_of

BATCH = 1000


def begin(
    *,
    by: Actor,
    kind: str,
    title: str,
    rows: Iterable[NewRow] = (),
    arguments: dict[str, Any] | None = None,
    total: int = 0,
) -> LongWork:
    """Write long work down in the caller's transaction; it begins after the commit.

    A kind with a source writes its rows itself later, and `total` says how many to expect. `arguments` are plain ids
    and values. The action that calls this authorizes and records.
    """
    handler, now = handler_of(kind), clock.now()
    work = LongWork.objects.of(by.organization_id or 0).create(
        kind=kind,
        title=title[:300],
        actor_id=by.id,
        actor_name=by.name[:200],
        actor=actors.kept(by),
        arguments=arguments or {},
        is_filled=handler.source is None,
        total=total,
        asked_at=now,
        moved_at=now,
    )
    written = append(work, rows)
    if handler.source is None:
        work.total = written
        LongWork.objects.of(work.organization_id).filter(id=work.id).update(total=written)
    do_long_work.enqueue(organization_id=work.organization_id, work_id=work.id)
    return work


def append(work: LongWork, rows: Iterable[NewRow], *, start: int = 0) -> int:
    """Write rows of a work, the first at this position; how many there were."""
    written = start
    for batch in _batches(rows):
        LongWorkRow.objects.of(work.organization_id).bulk_create(
            LongWorkRow(
                organization_id=work.organization_id,
                work_id=work.id,
                position=written + number,
                subject_id=row.subject_id,
                label=row.label[:400],
                data=row.data,
            )
            for number, row in enumerate(batch)
        )
        written += len(batch)
    return written - start


@transaction.atomic
def stop(*, by: Actor, work: LongWork) -> None:
    """Do no more rows of this work; those that are done stay done. Raises NotAllowed."""
    if by.id is None or by.id != work.actor_id:
        authorize(by, handler_of(work.kind).needs, on=facts_of(work.organization_id))

    open_works = LongWork.objects.of(work.organization_id).filter(id=work.id).exclude(state__in=ENDED)
    stopped = open_works.update(state=WorkState.STOPPED, ended_at=clock.now())

    if stopped:
        record(WorkStopped(work=work.title), by=by, on=work)


def _batches(rows: Iterable[NewRow]) -> Iterator[list[NewRow]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch
