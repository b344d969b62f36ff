"""Whoever changes the log outside of Keyhouse is found: the first block and event that don't hold are named."""

import pytest

from keyhouse.foundation import clock
from keyhouse.foundation.audit import verifying
from keyhouse.foundation.audit.models import AuditBlock, AuditEvent, AuditPersonal
from keyhouse.foundation.audit.recording import hash_of
from keyhouse.foundation.audit.sealing import chain
from keyhouse.foundation.audit.verifying import Fault
from tests.foundation.audit.bicycles import paint, sealed


@pytest.fixture
def events(ada, cast):
    """Nine events of Acme in three blocks."""
    for block in range(3):
        for number in range(3):
            paint(ada, cast.ben, f"color {block} {number}")
        sealed(cast.acme.id)
    return AuditEvent.objects.of(cast.acme)


@pytest.fixture
def blocks(cast):
    """The blocks of Acme."""
    return AuditBlock.objects.of(cast.acme)


def broken(cast) -> tuple[int, int | None, Fault] | None:
    """The first break of Acme's chain."""
    found = verifying.verify(cast.acme.id)
    return (found.block, found.sequence, found.fault) if found else None


def test_a_log_that_nobody_touched_is_whole(events, cast):
    verdict = verifying.examine(cast.acme.id)

    assert (verdict.broken, verdict.blocks, verdict.events) == (None, 3, 9)
    assert verdict.head == AuditBlock.objects.of(cast.acme).get(number=3).hash


CHANGES = {
    "facts": {"color": "pink"},
    "tag": "test.bicycle.sold",
    "actor_id": 4711,
    "actor_kind": "operator",
    "target_id": 4711,
    "within_id": 4711,
    "correlation": "else",
    "digests": {},
    "hash": "0" * 64,
}


@pytest.mark.parametrize("column", [*CHANGES, "at"])
def test_a_changed_column_is_named_with_its_block_and_event(events, cast, column):
    events.filter(sequence=5).update(**{column: CHANGES.get(column, clock.now())})

    found = verifying.verify(cast.acme.id)

    assert (found.block, found.sequence, found.fault) == (2, 5, Fault.CHANGED)
    assert found.event_id == events.get(sequence=5).id


def test_an_event_changed_together_with_its_own_hash_is_named(events, cast):
    row = events.get(sequence=5)
    row.facts = {"color": "pink"}
    events.filter(id=row.id).update(facts=row.facts, hash=hash_of(row))

    assert broken(cast) == (2, 5, Fault.REPLACED)


def test_a_changed_or_added_personal_value_is_named(events, cast):
    personal = AuditPersonal.objects.of(cast.acme).filter(event__sequence=7)
    personal.filter(field="owner").update(value="Mallory")
    changed = broken(cast)
    personal.filter(field="owner").update(value="Ben")
    personal.create(event=events.get(sequence=7), field="ip", value="192.0.2.1", salt="x")

    assert changed == broken(cast) == (3, 7, Fault.CHANGED)


@pytest.mark.parametrize("sequence", [1, 5, 9], ids=["first", "middle", "last"])
def test_a_removed_event_is_named_by_its_number(events, cast, sequence):
    events.filter(sequence=sequence).delete()

    assert broken(cast) == ((sequence + 2) // 3, sequence, Fault.REMOVED)


def test_an_inserted_event_is_named(ada, events, cast):
    paint(ada, cast.ben, "pink")
    events.filter(sequence=None).update(sequence=5)

    assert broken(cast) == (2, 5, Fault.INSERTED)


def test_an_event_put_behind_the_last_block_is_named(ada, events, cast):
    paint(ada, cast.ben, "pink")
    events.filter(sequence=None).update(sequence=10)

    assert broken(cast) == (3, 10, Fault.OUTSIDE)


def test_events_that_changed_places_are_named(events, cast):
    first, second = events.get(sequence=4), events.get(sequence=6)
    events.filter(id=first.id).update(sequence=6)
    events.filter(id=second.id).update(sequence=4)

    assert broken(cast) == (2, 4, Fault.SWAPPED)


@pytest.mark.parametrize(
    "change",
    [{"hash": "0" * 64}, {"previous_hash": "0" * 64}, {"first_sequence": 5}, {"last_sequence": 5}, {"hashes": b""}],
    ids=lambda change: next(iter(change)),
)
def test_an_edited_block_is_named(blocks, events, cast, change):
    blocks.filter(number=2).update(**change)

    assert broken(cast) == (2, None, Fault.BLOCK_CHANGED)


def test_a_block_forged_with_all_its_hashes_breaks_the_chain_behind_it(blocks, events, cast):
    row, block = events.get(sequence=5), blocks.get(number=2)
    row.facts = {"color": "pink"}
    events.filter(id=row.id).update(facts=row.facts, hash=hash_of(row))
    hashes = list(events.filter(sequence__gte=4, sequence__lte=6).order_by("sequence").values_list("hash", flat=True))
    blocks.filter(number=2).update(hashes=b"".join(map(bytes.fromhex, hashes)), hash=chain(block.previous_hash, hashes))

    assert broken(cast) == (3, None, Fault.BLOCK_CHANGED)


@pytest.mark.parametrize("number", [1, 2], ids=["first", "middle"])
def test_a_removed_block_is_named(blocks, events, cast, number):
    blocks.filter(number=number).delete()

    assert broken(cast) == (number, None, Fault.BLOCK_REMOVED)


def test_the_last_block_removed_leaves_its_events_outside(blocks, events, cast):
    blocks.filter(number=3).delete()

    assert broken(cast) == (2, 7, Fault.OUTSIDE)


def test_an_event_moved_to_another_organization_breaks_both_logs(events, cast):
    events.filter(sequence=5).update(organization_id=cast.rival.id)

    assert broken(cast) == (2, 5, Fault.REMOVED)
    assert verifying.verify(cast.rival.id).fault is Fault.OUTSIDE


def test_an_event_changed_before_it_is_sealed_is_named(ada, events, cast):
    changed = paint(ada, cast.ben, "pink")
    events.filter(id=changed).update(facts={"color": "green"})

    assert verifying.verify(cast.acme.id).event_id == changed


def test_the_installations_own_log_is_walked_too(cast):
    from keyhouse.foundation.permissions import operator_actor

    paint(operator_actor(), None)
    sealed(None)
    whole = verifying.verify(None)
    AuditEvent.objects.of_nobody().update(facts={"color": "pink"})

    assert whole is None and verifying.verify(None).fault is Fault.CHANGED
