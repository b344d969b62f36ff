"""Shortening a log: its oldest sealed blocks go as whole, and an anchor keeps the hash on which the rest is chained."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Sum

from keyhouse.foundation import clock
from keyhouse.foundation.audit import searching
from keyhouse.foundation.audit.models import AuditAnchor, AuditBlock, AuditEvent, AuditPersonal, AuditWord
from keyhouse.foundation.tenancy import rows_of

MOST = 5000  # events that go in one transaction


@dataclass(frozen=True, kw_only=True)
class Removed:
    """What was removed: how many events, until which block and number, and the hash on which the rest is chained."""

    events: int
    block: int
    last_sequence: int
    hash: str
    until: dt.datetime


def shorten(organization_id: int, before: dt.datetime) -> Removed | None:
    """Remove the oldest blocks whose events all happened before a moment, some thousand events at most.

    Call it in a transaction; None when there is nothing to remove. The newest block always stays.
    """
    going = _going(organization_id, before)
    if not going:
        return None
    last = going[-1]
    events = rows_of(AuditEvent, organization_id).filter(sequence__lte=last.last_sequence)
    rows_of(AuditPersonal, organization_id).filter(event__in=events).delete()
    count, _ = events.delete()
    rows_of(AuditBlock, organization_id).filter(number__lte=last.number).delete()
    _forget_words(organization_id, last.last_sequence)
    removed = Removed(
        events=count,
        block=last.number,
        last_sequence=last.last_sequence,
        hash=last.hash,
        until=max(block.last_at for block in going),
    )
    _anchor(organization_id, removed)
    return removed


def removed_in_all(organization_id: int) -> int:
    """How many events of a log were removed since it began."""
    rows = rows_of(AuditAnchor, organization_id)
    return int(rows.aggregate(events=Sum("events_removed"))["events"] or 0)


def _going(organization_id: int, before: dt.datetime) -> list[AuditBlock]:
    """The oldest blocks that may go, whole ones, until enough events are together."""
    rows = rows_of(AuditBlock, organization_id).order_by("number")
    newest = rows.order_by("-number").values_list("number", flat=True).first()
    going: list[AuditBlock] = []
    count = 0
    for block in rows.defer("hashes")[:MOST]:
        stays = block.last_at >= before or block.number == newest or not block.is_indexed
        if stays or count >= MOST:
            break
        going.append(block)
        count += block.last_sequence - block.first_sequence + 1
    return going


def _forget_words(organization_id: int, last: int) -> None:
    """Remove the words of what is gone; of the segment that is half gone, write those that are left anew."""
    owner, segment = searching.owner_of(organization_id), last // searching.SPAN
    AuditWord.objects.filter(owner=owner, segment__lt=segment).delete()
    searching.index_again(organization_id, [last])


def _anchor(organization_id: int, removed: Removed) -> None:
    rows = rows_of(AuditAnchor, organization_id)
    values = {
        "number": removed.block,
        "last_sequence": removed.last_sequence,
        "hash": removed.hash,
        "removed_until": removed.until,
        "removed_at": clock.now(),
    }
    anchor = rows.select_for_update().first()
    if anchor is None:
        rows.create(events_removed=removed.events, **values)
    else:
        rows.filter(id=anchor.id).update(events_removed=anchor.events_removed + removed.events, **values)
