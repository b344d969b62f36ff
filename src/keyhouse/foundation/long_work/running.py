"""Doing long work: a slice of seconds at a time, each row in its own transaction and exactly once."""

import dataclasses
import secrets
import time

import structlog
from django.db import DatabaseError, DataError, IntegrityError, connection, transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.long_work import actors
from keyhouse.foundation.long_work.beginning import append
from keyhouse.foundation.long_work.handlers import Handler, handler_of
from keyhouse.foundation.long_work.models import LongWork, LongWorkRow
from keyhouse.foundation.long_work.outcomes import Outcome, Skipped, WorkState
from keyhouse.foundation.permissions import Actor

SLICE = 3.0  # seconds: other jobs get their turn, and a worker that is told to stop waits no longer
BEFORE_LOOKING = 20  # rows that are done before the actor is made again and a stop is noticed
log = structlog.get_logger(__name__)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Hand:
    """What a slice works with."""

    work: LongWork
    handler: Handler
    by: Actor


def go_on(organization_id: int, work_id: int) -> bool:
    """Do a slice of a work; True while there is more to do.

    A row and its outcome are written in one transaction, so that after a crash nothing is done twice and nothing left
    out. What is wrong with one row stands at that row; what is wrong with the database is raised, and the job retried.
    """
    ends = time.monotonic() + SLICE
    while True:
        hand = _take_up(organization_id, work_id)
        if hand is None:
            return False
        has_more = _do_some(hand) if hand.work.is_filled else _fill(hand)
        if not has_more and _end(hand):
            return False
        if time.monotonic() >= ends:
            return True


def _take_up(organization_id: int, work_id: int) -> Hand | None:
    """The work as it stands now, marked as moving; None when it has ended."""
    now, rows = clock.now(), LongWork.objects.of(organization_id).filter(id=work_id)
    work = rows.first()
    if work is None or work.has_ended:
        return None
    begun = work.begun_at or now
    rows.filter(state=work.state).update(state=WorkState.RUNNING, begun_at=begun, moved_at=now)
    return Hand(work=work, handler=handler_of(work.kind), by=actors.again(work.actor))


def _fill(hand: Hand) -> bool:
    """Write the next page of rows from the source, once: a second worker finds the cursor moved."""
    with transaction.atomic():
        rows = LongWork.objects.of(hand.work.organization_id).filter(id=hand.work.id)
        work = rows.select_for_update().get()
        if work.is_filled or hand.handler.source is None:
            return True
        page, cursor = hand.handler.source(hand.by, work, work.bookmark)
        last = _rows(work).order_by("-position").values_list("position", flat=True).first()
        start = 0 if last is None else last + 1
        written = start + append(work, page, start=start)
        rows.update(bookmark=cursor, is_filled=cursor is None, total=written if cursor is None else F("total"))
    return True


def _do_some(hand: Hand) -> bool:
    """Do the next rows; False when none waits that nobody else has in hand."""
    for _batch in range(max(1, BEFORE_LOOKING // hand.handler.together)):
        with transaction.atomic():
            waiting = _rows(hand.work).filter(outcome=Outcome.WAITING).order_by("position")
            if connection.features.has_select_for_update_skip_locked:
                waiting = waiting.select_for_update(skip_locked=True)
            rows = list(waiting[: hand.handler.together])
            for row in rows:
                _do(hand, row)
            _count(hand.work, rows)
        if not rows:
            return False
    return True


def _do(hand: Hand, row: LongWorkRow) -> None:
    """Do one row behind a savepoint and write down how it ended."""
    try:
        ending = _once(hand, row)
        row.outcome = Outcome.SKIPPED if ending else Outcome.DONE
        row.reason = ending.reason if ending else row.reason
    except BrokenRule as refused:
        row.outcome, row.reason = Outcome.REFUSED, f"{refused} {refused.next_step}".strip()
    except Exception as error:
        if isinstance(error, DatabaseError) and not isinstance(error, IntegrityError | DataError):
            raise
        row.outcome, row.reason = Outcome.REFUSED, _fault(hand.work, row)
    _rows(hand.work).filter(pk=row.pk).update(outcome=row.outcome, reason=row.reason, data=row.data)


def _once(hand: Hand, row: LongWorkRow) -> Skipped | None:
    """Call the handler; two ids that met by chance are made anew once, as everywhere."""
    try:
        with transaction.atomic():
            return hand.handler.one(hand.by, hand.work, row)
    except IntegrityError:
        with transaction.atomic():
            return hand.handler.one(hand.by, hand.work, row)


def _fault(work: LongWork, row: LongWorkRow) -> str:
    """Log a fault of ours and say by which reference the operator finds it."""
    reference = secrets.token_hex(4).upper()
    log.exception("a row of long work failed", kind=work.kind, row=row.pk, reference=reference)
    return _("Something went wrong on our side. Tell the operator this reference: {reference}.").format(
        reference=reference
    )


def _count(work: LongWork, rows: list[LongWorkRow]) -> None:
    ended = [row.outcome for row in rows]
    if ended:
        LongWork.objects.of(work.organization_id).filter(id=work.id).update(
            done=F("done") + ended.count(Outcome.DONE),
            failed=F("failed") + ended.count(Outcome.REFUSED),
            skipped=F("skipped") + ended.count(Outcome.SKIPPED),
        )


def _end(hand: Hand) -> bool:
    """Mark the work as done when no row waits, once; False when another worker still has rows in hand."""
    with transaction.atomic():
        rows = LongWork.objects.of(hand.work.organization_id).filter(id=hand.work.id)
        work = rows.select_for_update().get()
        if _rows(work).filter(outcome=Outcome.WAITING).exists():
            return False
        if work.has_ended:
            return True
        rows.update(state=WorkState.DONE, ended_at=clock.now())
        if hand.handler.ending:
            hand.handler.ending(hand.by, work)
        return True


def _rows(work: LongWork) -> "QuerySet[LongWorkRow]":
    rows: QuerySet[LongWorkRow] = LongWorkRow.objects.of(work.organization_id)
    return rows.filter(work_id=work.id)
