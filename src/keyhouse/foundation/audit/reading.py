"""Reading the whole log: pages in both directions, searched and filtered, and every line for an export."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Max, Min

from keyhouse.foundation.audit import searching, words
from keyhouse.foundation.audit.asking import Wanted, conditions_of, meets
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.audit.models import AuditAnchor, AuditBlock, AuditEvent
from keyhouse.foundation.audit.queries import lines, with_personal
from keyhouse.foundation.tenancy import rows_of

BATCH, LARGEST_BATCH = 60, 1000
LOOKED_THROUGH = 20_000  # so many events that are not in the index yet are read one by one


@dataclass(frozen=True, kw_only=True)
class Found:
    """A page of the log, the newest first, and the ids at which the neighboring pages begin.

    `is_partial` says that the newest events are too many to be searched before they are in the index.
    """

    lines: list[Line]
    newer: int | None = None
    older: int | None = None
    is_partial: bool = False


def found(
    organization_id: int | None,
    wanted: Wanted | None = None,
    *,
    before: int | None = None,
    after: int | None = None,
    limit: int = 50,
) -> Found:
    """The events that are wanted, at most `limit`: those older than the event `before`, or newer than `after`.

    Without an organization it reads the installation's own log. A mark that is no event of the log reads as none.
    """
    walk = Walk(organization_id, wanted or Wanted())
    mark = walk.event(after or before)
    newest_first = not (mark and after)
    rows = list(islice(walk.rows(mark, newest_first=newest_first), limit + 1))
    is_more, rows = len(rows) > limit, rows[:limit]
    shown = lines(rows if newest_first else reversed(rows))
    has_older, has_newer = (is_more, mark is not None) if newest_first else (True, is_more)
    return Found(
        lines=shown,
        newer=shown[0].id if shown and has_newer else None,
        older=shown[-1].id if shown and has_older else None,
        is_partial=walk.is_partial,
    )


def every(organization_id: int | None, wanted: Wanted | None = None, *, newest_first: bool = True) -> Iterator[Line]:
    """Every line that is wanted, read in batches, so that a log of any length can be written out."""
    rows = Walk(organization_id, wanted or Wanted()).rows(None, newest_first=newest_first)
    while batch := list(islice(rows, LARGEST_BATCH)):
        yield from lines(batch)


class Walk:
    """A walk through the log of one organization along what is wanted.

    The order is that of the numbers; events that have none yet come last. What is in the index is found by it.
    """

    def __init__(self, organization_id: int | None, wanted: Wanted) -> None:
        self._owner, self._wanted = organization_id, wanted
        self._conditions = conditions_of(wanted)
        self.is_partial = False

    def event(self, identifier: int | None) -> AuditEvent | None:
        """The event with this id, as a place to begin at."""
        return rows_of(AuditEvent, self._owner).filter(id=identifier).first() if identifier else None

    def rows(self, start: AuditEvent | None, *, newest_first: bool) -> Iterator[AuditEvent]:
        """The events behind the start in one direction, or all of them."""
        is_waiting = start is not None and start.sequence is None
        if newest_first:
            if start is None or is_waiting:
                yield from self._waiting(start, newest_first)
            yield from self._sealed(None if is_waiting else start, newest_first)
        else:
            if not is_waiting:
                yield from self._sealed(start, newest_first)
            yield from self._waiting(start if is_waiting else None, newest_first)

    def _waiting(self, start: AuditEvent | None, newest_first: bool) -> Iterator[AuditEvent]:
        """The events that have no number yet."""
        rows = self._timed().filter(sequence=None)
        yield from self._scan(rows, "id", start.id if start else None, newest_first)

    def _sealed(self, start: AuditEvent | None, newest_first: bool) -> Iterator[AuditEvent]:
        """The events that have a number: by the index as far as it reaches, one by one behind it."""
        first, last = self._bounds()
        if start is not None and start.sequence is not None:
            first, last = (first, min(last, start.sequence - 1)) if newest_first else (start.sequence + 1, last)
        reach = searching.indexed_until(self._owner) if self._conditions else first - 1
        parts = [(first, min(last, reach), True), (max(first, reach + 1), last, False)]
        for low, high, is_indexed in reversed(parts) if newest_first else parts:
            if low > high:
                continue
            if is_indexed:
                yield from self._indexed(low, high, newest_first)
            else:
                rows = self._timed().filter(sequence__gte=low, sequence__lte=high)
                yield from self._scan(rows, "sequence", None, newest_first)

    def _bounds(self) -> tuple[int, int]:
        """The first and last number that can be wanted: what is kept, and of that what happened in time."""
        blocks = rows_of(AuditBlock, self._owner)
        anchor = rows_of(AuditAnchor, self._owner).values_list("last_sequence", flat=True).first() or 0
        if self._wanted.since is None:
            first = anchor + 1
        else:
            first = blocks.filter(last_at__gte=self._wanted.since).aggregate(at=Min("first_sequence"))["at"] or 1
        if self._wanted.until is None:
            last = blocks.order_by("-number").values_list("last_sequence", flat=True).first() or 0
        else:
            last = blocks.filter(first_at__lt=self._wanted.until).aggregate(at=Max("last_sequence"))["at"] or 0
        return int(max(first, anchor + 1)), int(last)

    def _timed(self) -> Any:
        return rows_of(AuditEvent, self._owner).filter(**self._wanted.columns())

    def _scan(self, rows: Any, key: str, start: int | None, newest_first: bool) -> Iterator[AuditEvent]:
        """Read rows batch by batch along a key, and keep those that meet the conditions."""
        sign, behind, size, seen = ("-", "lt", BATCH, 0) if newest_first else ("", "gt", BATCH, 0)
        while not (self._conditions and seen >= LOOKED_THROUGH):
            these = rows if start is None else rows.filter(**{f"{key}__{behind}": start})
            batch = list(with_personal(these.order_by(f"{sign}{key}"), self._owner)[:size])
            yield from (row for row in batch if self._is_wanted(row))
            if len(batch) < size:
                return
            start, seen, size = getattr(batch[-1], key), seen + len(batch), min(size * 4, LARGEST_BATCH)
        self.is_partial = True

    def _indexed(self, first: int, last: int, newest_first: bool) -> Iterator[AuditEvent]:
        """Look the numbers up in the index and read their events, which must still meet the conditions."""
        numbers = searching.sequences(self._owner, self._conditions, first, last, newest_first=newest_first)
        size = BATCH
        while batch := list(islice(numbers, size)):
            rows = self._timed().filter(sequence__in=batch).order_by("-sequence" if newest_first else "sequence")
            yield from (row for row in with_personal(rows, self._owner) if self._is_wanted(row))
            size = min(size * 4, LARGEST_BATCH // 2)

    def _is_wanted(self, row: AuditEvent) -> bool:
        if not self._conditions:
            return True
        personal = {one.field: one.value for one in row.personal_rows.all()}
        return meets(words.stored(row, personal), self._conditions)
