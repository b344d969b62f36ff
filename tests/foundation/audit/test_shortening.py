"""Old blocks go as whole, and what is left still verifies on the anchor that stays."""

import datetime as dt

import pytest
from django.db import transaction

from keyhouse.domain.security_logs.events import LogShortened
from keyhouse.foundation import clock
from keyhouse.foundation.audit import reading, record, searching, shortening, verifying
from keyhouse.foundation.audit.asking import Wanted
from keyhouse.foundation.audit.models import AuditAnchor, AuditBlock, AuditEvent, AuditPersonal, AuditWord
from keyhouse.foundation.audit.verifying import Fault
from keyhouse.foundation.permissions import system_actor
from tests.foundation.audit.bicycles import paint, sealed


@pytest.fixture
def old_log(ada, cast, time_machine):
    """Four blocks of Acme, each a month after the one before."""
    begin = clock.now()
    for month in range(4):
        time_machine.move_to(begin + dt.timedelta(days=30 * month))
        for number in range(3):
            paint(ada, cast.ben, f"color{month}{number}")
        sealed(cast.acme.id)
    return begin


def shortened(cast, before):
    """Shorten Acme's log and record it, as the action does."""
    with transaction.atomic():
        removed = shortening.shorten(cast.acme.id, before)
        if removed:
            event = LogShortened(count=removed.events, months=3, until="", block=removed.block, hash=removed.hash)
            record(event, by=system_actor(cast.acme.id), organization_id=cast.acme.id)
    sealed(cast.acme.id)
    return removed


def test_old_blocks_go_whole_and_the_rest_verifies(old_log, cast):
    removed = shortened(cast, old_log + dt.timedelta(days=31))

    assert (removed.events, removed.block, removed.last_sequence) == (6, 2, 6)
    assert verifying.examine(cast.acme.id).broken is None
    assert AuditEvent.objects.of(cast.acme).order_by("sequence").first().sequence == 7
    assert not AuditPersonal.objects.of(cast.acme).filter(event__sequence__lte=6).exists()


def test_a_block_with_one_younger_event_stays(old_log, cast):
    last_of_second = AuditBlock.objects.of(cast.acme).get(number=2).last_at

    assert shortened(cast, last_of_second).block == 1


def test_what_was_removed_is_found_no_more_and_the_rest_still_is(old_log, cast):
    shortened(cast, old_log + dt.timedelta(days=1))

    assert reading.found(cast.acme.id, Wanted(text="color00")).lines == []
    assert len(reading.found(cast.acme.id, Wanted(text="color10")).lines) == 1
    words = {bytes(word) for word in AuditWord.objects.filter(owner=cast.acme.id).values_list("word", flat=True)}
    assert b"color00\x00s" not in words and b"color10\x00s" in words


def test_it_goes_on_where_it_stopped_and_never_takes_the_newest_block(old_log, cast, monkeypatch):
    monkeypatch.setattr(shortening, "MOST", 3)
    far = clock.now() + dt.timedelta(days=400)

    went = [shortened(cast, far).block for _ in range(3)]

    assert went == [1, 2, 3]
    assert verifying.verify(cast.acme.id) is None
    assert shortening.removed_in_all(cast.acme.id) == 9


def test_an_anchor_that_nobody_wrote_into_the_log_is_a_break(old_log, cast):
    block = AuditBlock.objects.of(cast.acme).get(number=2)
    AuditEvent.objects.of(cast.acme).filter(sequence__lte=block.last_sequence).delete()
    AuditBlock.objects.of(cast.acme).filter(number__lte=2).delete()
    AuditAnchor.objects.of(cast.acme).create(
        number=2, last_sequence=6, hash=block.hash, removed_until=block.last_at, removed_at=clock.now()
    )

    assert verifying.verify(cast.acme.id).fault is Fault.BEGINNING


def test_an_anchor_that_was_changed_is_a_break(old_log, cast):
    shortened(cast, old_log + dt.timedelta(days=1))
    AuditAnchor.objects.of(cast.acme).update(hash="0" * 64)

    assert verifying.verify(cast.acme.id).fault is Fault.BLOCK_CHANGED


def test_blocks_that_are_not_in_the_index_yet_stay(old_log, cast):
    AuditBlock.objects.of(cast.acme).filter(number=1).update(is_indexed=False)

    assert shortening.shorten(cast.acme.id, clock.now()) is None
    assert searching.index_sealed(cast.acme.id) == 3
