"""Sealing: committed events get their number per organization, and blocks of them are chained by hashes."""

import hashlib
from dataclasses import dataclass

from django.db import transaction

from keyhouse.foundation import clock
from keyhouse.foundation.audit.models import AuditBlock, AuditEvent
from keyhouse.foundation.audit.queries import of, with_personal
from keyhouse.foundation.audit.recording import digest, hash_of

BLOCK = 1000
GENESIS = "0" * 64


@dataclass(frozen=True)
class Break:
    """The first place at which the chain of an organization does not hold."""

    block: int
    sequence: int | None
    reason: str


def chain(previous: str, hashes: list[str]) -> str:
    """The hash of a block: over the hash of the block before and the hashes of its events in order."""
    return hashlib.sha256("\n".join([previous, *hashes]).encode()).hexdigest()


@transaction.atomic
def seal(organization_id: int | None) -> int:
    """Number up to BLOCK committed events of one organization and close a block over them; returns how many."""
    blocks = of(AuditBlock, organization_id).select_for_update().order_by("-number")[:1]
    last = next(iter(blocks), None)
    waiting = list(of(AuditEvent, organization_id).filter(sequence=None).order_by("id")[:BLOCK])
    if not waiting:
        return 0
    first = last.last_sequence + 1 if last else 1
    for sequence, event in enumerate(waiting, start=first):
        event.sequence = sequence
    of(AuditEvent, organization_id).bulk_update(waiting, ["sequence"])
    previous = last.hash if last else GENESIS
    AuditBlock.objects.everywhere(reason="the block names its organization itself").create(
        organization_id=organization_id,
        number=last.number + 1 if last else 1,
        first_sequence=first,
        last_sequence=first + len(waiting) - 1,
        previous_hash=previous,
        hash=chain(previous, [event.hash for event in waiting]),
        sealed_at=clock.now(),
    )
    return len(waiting)


def _own_hash_holds(event: AuditEvent) -> bool:
    kept = {row.field: digest(row.salt, row.value) for row in event.personal_rows.all()}
    return hash_of(event) == event.hash and kept.items() <= event.digests.items()


def verify(organization_id: int | None) -> Break | None:
    """Walk the chain of an organization and name the first break, or None when it holds."""
    previous = GENESIS
    for block in of(AuditBlock, organization_id).order_by("number"):
        events = list(
            with_personal(
                of(AuditEvent, organization_id)
                .filter(
                    sequence__gte=block.first_sequence,
                    sequence__lte=block.last_sequence,
                )
                .order_by("sequence"),
                organization_id,
            )
        )
        if len(events) != block.last_sequence - block.first_sequence + 1:
            return Break(block.number, None, "events are missing")
        for event in events:
            if not _own_hash_holds(event):
                return Break(block.number, event.sequence, "the event was changed")
        if block.previous_hash != previous or chain(previous, [event.hash for event in events]) != block.hash:
            return Break(block.number, None, "the chain is broken")
        previous = block.hash
    return None
