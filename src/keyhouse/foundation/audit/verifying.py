"""Verifying: walking the chain of a log from its beginning, and naming the first block and event that don't hold."""

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from keyhouse.foundation.audit.models import AuditAnchor, AuditBlock, AuditEvent
from keyhouse.foundation.audit.queries import with_personal
from keyhouse.foundation.audit.recording import digest, hash_of
from keyhouse.foundation.audit.sealing import GENESIS, chain
from keyhouse.foundation.tenancy import rows_of

PAGE = 1000
HASH = 32  # bytes
SHORTENED = "security_log.beginning.removed"  # the event that retention writes; it confirms the anchor


class Fault(enum.StrEnum):
    """What can be wrong at a place of the chain."""

    CHANGED = "the event was changed"
    REMOVED = "an event was removed"
    INSERTED = "an event was put in"
    SWAPPED = "events changed places"
    REPLACED = "another event stands in its place"
    BLOCK_CHANGED = "the block was changed"
    BLOCK_REMOVED = "the block was removed"
    OUTSIDE = "an event stands outside of every block"
    BEGINNING = "the beginning of the log was changed"


@dataclass(frozen=True, kw_only=True)
class Break:
    """The first place at which a chain does not hold: the block, and the event by number and id if there is one."""

    block: int
    sequence: int | None = None
    event_id: int | None = None
    fault: Fault

    @property
    def reason(self) -> str:
        """What is wrong there, in words."""
        return self.fault.value


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a walk along the chain found: how much it saw, the hash at the end, and the first break if there is one."""

    blocks: int
    events: int
    head: str
    broken: Break | None = None


class _Broken(Exception):
    """Ends the walk at the first break."""

    def __init__(self, found: Break) -> None:
        super().__init__(found)
        self.found = found


def verify(organization_id: int | None) -> Break | None:
    """Walk the chain of an organization, or of the installation's own log, and name the first break, if any."""
    return examine(organization_id).broken


def examine(organization_id: int | None, seen: Callable[[int], None] = lambda count: None) -> Verdict:
    """The same with what was seen; `seen` is told now and then how many events were looked at."""
    walk = _Walk(organization_id, seen)
    broken = None
    try:
        walk.along()
    except _Broken as stop:
        broken = stop.found
    return Verdict(blocks=walk.blocks, events=walk.events, head=walk.previous, broken=broken)


class _Walk:
    """A walk along one chain."""

    def __init__(self, organization_id: int | None, seen: Callable[[int], None]) -> None:
        self._owner, self._seen = organization_id, seen
        self._anchor = rows_of(AuditAnchor, organization_id).first()
        self._confirmed = self._anchor is None
        self.number = self._anchor.number if self._anchor else 0
        self.sequence = self._anchor.last_sequence if self._anchor else 0
        self.previous = self._anchor.hash if self._anchor else GENESIS
        self.blocks = self.events = 0
        self._rows = self._sealed()
        self._next: AuditEvent | None = None

    def along(self) -> None:
        """Walk all blocks and what stands behind them. Raises _Broken at the first break."""
        self._take()
        for block in self._all_blocks():
            self._block(block)
            self._events(block)
            self.number, self.sequence, self.previous = block.number, block.last_sequence, block.hash
            self.blocks += 1
        if self._next is not None:
            self._stop(Fault.OUTSIDE, self._next, block=self.number)
        for row in _paged(rows_of(AuditEvent, self._owner).filter(sequence=None), "id", self._owner):
            self._look_at(row, self.number + 1)
        if not self._confirmed:
            self._stop(Fault.BEGINNING, None, block=self._anchor.number if self._anchor else 0)

    def _block(self, block: AuditBlock) -> None:
        """The block follows the one before, and its hash is that of its events' hashes."""
        if block.number != self.number + 1:
            self._stop(Fault.BLOCK_REMOVED, None, block=self.number + 1)
        hashes = _hashes(block)
        fits = block.first_sequence == self.sequence + 1 and block.previous_hash == self.previous
        whole = len(hashes) == block.last_sequence - block.first_sequence + 1 > 0
        if not (fits and whole and chain(self.previous, hashes) == block.hash):
            self._stop(Fault.BLOCK_CHANGED, None, block=block.number)

    def _events(self, block: AuditBlock) -> None:
        """Each event of the block is there, once, unchanged and in its place."""
        hashes = _hashes(block)
        for sequence, expected in enumerate(hashes, start=block.first_sequence):
            row = self._next
            number = row.sequence if row is not None and row.sequence is not None else None
            if row is None or number is None or number > sequence:
                raise _Broken(Break(block=block.number, sequence=sequence, fault=Fault.REMOVED))
            if number < sequence:
                self._stop(Fault.INSERTED, row, block=block.number)
            self._look_at(row, block.number)
            if row.hash != expected:
                self._stop(Fault.SWAPPED if row.hash in hashes else Fault.REPLACED, row, block=block.number)
            self._take()

    def _look_at(self, row: AuditEvent, block: int) -> None:
        """The event is the one that its own hash names, and so are its personal fields as far as they are left."""
        kept = {one.field: digest(one.salt, one.value) for one in row.personal_rows.all()}
        if hash_of(row) != row.hash or not kept.items() <= row.digests.items():
            self._stop(Fault.CHANGED, row, block=block)
        if row.tag == SHORTENED and self._anchor and row.facts.get("hash") == self._anchor.hash:
            self._confirmed = True
        self.events += 1
        if self.events % PAGE == 0:
            self._seen(self.events)

    def _stop(self, fault: Fault, row: AuditEvent | None, *, block: int) -> None:
        place = {"sequence": row.sequence, "event_id": row.id} if row else {}
        raise _Broken(Break(block=block, fault=fault, **place))

    def _take(self) -> None:
        self._next = next(self._rows, None)

    def _sealed(self) -> Iterator[AuditEvent]:
        rows = rows_of(AuditEvent, self._owner).exclude(sequence=None)
        return _paged(rows, "sequence", self._owner)

    def _all_blocks(self) -> Iterator[AuditBlock]:
        number: int | None = None
        while True:
            rows = rows_of(AuditBlock, self._owner).order_by("number")
            page = list((rows if number is None else rows.filter(number__gt=number))[:PAGE])
            yield from page
            if len(page) < PAGE:
                return
            number = page[-1].number


def _hashes(block: AuditBlock) -> list[str]:
    raw = bytes(block.hashes)
    return [raw[at : at + HASH].hex() for at in range(0, len(raw), HASH)]


def _paged(rows: Any, key: str, owner: int | None) -> Iterator[AuditEvent]:
    """All rows with their personal fields, page by page; rows that share a key are all given."""
    last: tuple[int, int] | None = None
    while True:
        these = rows
        if last is not None:
            at, identifier = last
            these = rows.filter(**{f"{key}__gte": at}).exclude(**{key: at, "id__lte": identifier})
        page = list(with_personal(these.order_by(key, "id"), owner)[:PAGE])
        yield from page
        if len(page) < PAGE:
            return
        last = (getattr(page[-1], key), page[-1].id)
