"""The log is read along its indexes: no page, search, stream or verification scans a table."""

import pytest

from keyhouse.foundation.audit import reading, searching
from keyhouse.foundation.audit.asking import Wanted
from keyhouse.foundation.audit.models import AuditBlock, AuditEvent, AuditWord
from tests.database import DATABASE
from tests.foundation.audit.bicycles import paint, sealed

sqlite_only = pytest.mark.skipif(DATABASE != "sqlite", reason="PostgreSQL scans a table this small on purpose")


def queries_of(log):
    """The statements by which the log is read, by name."""
    events, blocks = AuditEvent.objects.of(log), AuditBlock.objects.of(log)
    words = AuditWord.objects.filter(owner=log, segment__in=[0, 1, 2])
    return {
        "newest": events.filter(sequence__lte=900).order_by("-sequence")[:50],
        "waiting": events.filter(sequence=None).order_by("-id")[:50],
        "together": events.filter(correlation="x").order_by("-id")[:100],
        "of a target": events.filter(target_id=1).order_by("-id")[:50],
        "to carry": events.filter(sequence__gt=5).order_by("sequence")[:100],
        "exact word": words.filter(word__in=[b"\x01t=test"]),
        "beginning of a word": words.filter(word__gte=b"ada", word__lt=b"ada\xff"),
        "not indexed": blocks.filter(is_indexed=False).order_by("number")[:1],
        "last block": blocks.order_by("-number")[:1],
    }


@sqlite_only
@pytest.mark.parametrize("name", list(queries_of(1)))
def test_no_statement_scans_or_sorts(cast, name):
    plan = queries_of(cast.acme.id)[name].explain()

    assert "SEARCH" in plan and "USING INDEX" in plan.replace("COVERING ", ""), plan
    assert "SCAN" not in plan and "TEMP B-TREE" not in plan, plan


def test_a_search_for_what_is_nowhere_reads_no_event(ada, cast, django_assert_max_num_queries):
    for _ in range(5):
        paint(ada, cast.ben)
    sealed(cast.acme.id)

    with django_assert_max_num_queries(8):
        assert reading.found(cast.acme.id, Wanted(text="nowhere")).lines == []


def test_a_search_stops_when_its_page_is_full(ada, cast, monkeypatch):
    monkeypatch.setattr(searching, "SPAN", 8)
    monkeypatch.setattr(reading, "BATCH", 6)
    for _ in range(80):
        paint(ada, cast.ben)
    sealed(cast.acme.id)
    looked = []
    places = searching._places
    monkeypatch.setattr(
        searching, "_places", lambda owner, window, one: looked.extend(window) or places(owner, window, one)
    )

    reading.found(cast.acme.id, Wanted(text="bicycle"), limit=5)

    assert len(looked) <= searching.FIRST_WINDOW
