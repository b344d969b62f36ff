"""Sealing: committed events get their number per organization, and blocks of them are chained by hashes."""

import hashlib

from django.db import transaction

from keyhouse.foundation import clock
from keyhouse.foundation.audit.models import AuditAnchor, AuditBlock, AuditEvent
from keyhouse.foundation.audit.queries import of

BLOCK = 1000
GENESIS = "0" * 64


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
    number, sealed, previous = _end_of_chain(organization_id, last)
    first = sealed + 1
    for sequence, event in enumerate(waiting, start=first):
        event.sequence = sequence
    of(AuditEvent, organization_id).bulk_update(waiting, ["sequence"])
    AuditBlock.objects.everywhere(reason="the block names its organization itself").create(
        organization_id=organization_id,
        number=number + 1,
        first_sequence=first,
        last_sequence=first + len(waiting) - 1,
        previous_hash=previous,
        hash=chain(previous, [event.hash for event in waiting]),
        hashes=b"".join(bytes.fromhex(event.hash) for event in waiting),
        sealed_at=clock.now(),
        first_at=min(event.at for event in waiting),
        last_at=max(event.at for event in waiting),
    )
    return len(waiting)


def _end_of_chain(organization_id: int | None, last: AuditBlock | None) -> tuple[int, int, str]:
    """The number, last sequence and hash on which the next block builds: the last block, or what was removed."""
    if last is not None:
        return last.number, last.last_sequence, last.hash
    anchor = of(AuditAnchor, organization_id).first()
    return (anchor.number, anchor.last_sequence, anchor.hash) if anchor else (0, 0, GENESIS)
