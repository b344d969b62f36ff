"""The whole log is searched by an index, filtered by every column, and paged in both directions."""

import dataclasses
import datetime as dt

import pytest

from keyhouse.foundation import clock
from keyhouse.foundation.audit import reading, record, sealing
from keyhouse.foundation.audit.asking import Wanted
from keyhouse.foundation.audit.models import AuditEvent
from tests.foundation.audit.bicycles import BicyclePainted, BicycleSold, paint, sealed

COLORS = ("red", "green", "blue", "sea-green", "greenish", "weiß", "café noir")


@pytest.fixture
def log(ada, erin, cast):
    """A log of Acme: painted by Ada from one place and by Erin from another, sold once; some sealed, some not."""
    from_home = dataclasses.replace(ada, ip="203.0.113.7", device="Firefox 140 on Linux")
    elsewhere = dataclasses.replace(erin, ip="198.51.100.20", device="Safari on iPad")
    for number, color in enumerate(COLORS):
        by = from_home if number % 2 else elsewhere
        paint(by, cast.ben, color, owner="ben@acme.example", within=cast.press if number == 2 else None)
    sealed(cast.acme.id)
    record(BicycleSold(price="120 EUR"), by=from_home, on=cast.scim)
    sealing.seal(cast.acme.id)
    paint(elsewhere, cast.dana, "black", owner="dana@acme.example")
    return cast.acme.id


def sentences(log, **wanted) -> list[str]:
    """What is found, shortened to the last word."""
    return [line.sentence.split()[-1].strip(".") for line in reading.found(log, Wanted(**wanted)).lines]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"text": "green"}, ["greenish", "sea-green", "green"]),
        ({"text": "GREEN painted"}, ["greenish", "sea-green", "green"]),
        ({"text": "cafe"}, ["noir"]),
        ({"text": "weiss"}, ["weiß"]),
        ({"text": "dana@acme"}, ["black"]),
        ({"text": "sold"}, ["EUR"]),
        ({"text": "bicycle 120"}, ["EUR"]),
        ({"text": "203.0.113.7 red"}, []),
        ({"text": "nothing like it"}, []),
        ({"ip": "198.51.100.20", "text": "blue"}, ["blue"]),
        ({"ip": "203.0"}, ["EUR", "weiß", "sea-green", "green"]),
        ({"device": "safari", "text": "red"}, ["red"]),
        ({"actor": "erin", "tags": ("test.bicycle.painted",)}, ["black", "noir", "greenish", "blue", "red"]),
        ({"target": "dana"}, ["black"]),
        ({"tags": ("test.bicycle.sold",)}, ["EUR"]),
    ],
    ids=lambda value: " ".join(f"{name} {one}" for name, one in value.items()) if isinstance(value, dict) else "",
)
def test_words_and_filters_find_lines_sealed_or_not(log, wanted, found):
    assert sentences(log, **wanted) == found


def test_ids_of_actor_target_and_portfolio_are_filters_and_words(log, cast):
    assert sentences(log, by=cast.ada.id)[:2] == ["EUR", "weiß"]
    assert sentences(log, about=cast.dana.id) == ["black"]
    assert sentences(log, within=cast.press.id) == ["blue"]
    assert sentences(log, concerning=(cast.scim.id,)) == ["EUR"]
    assert sentences(log, text=str(cast.dana.id)) == ["black"]


def test_time_narrows_the_log_exactly(log):
    rows = list(AuditEvent.objects.of(log).order_by("id"))
    since, until = rows[3].at, rows[6].at

    assert sentences(log, since=since, until=until) == ["weiß", "greenish", "sea-green"]
    assert sentences(log, since=since, text="green") == ["greenish", "sea-green"]
    assert sentences(log, until=rows[0].at) == []
    assert sentences(log, since=clock.now() + dt.timedelta(days=1)) == []


@pytest.mark.parametrize("text", ["", "bicycle", "green"])
def test_pages_go_on_in_both_directions_without_gap_or_repetition(log, text):
    wanted = Wanted(text=text)
    whole = [line.id for line in reading.found(log, wanted).lines]

    down, page = [], reading.found(log, wanted, limit=2)
    while True:
        down += [line.id for line in page.lines]
        if page.older is None:
            break
        page = reading.found(log, wanted, before=page.older, limit=2)
    up = []
    while page.newer is not None:
        page = reading.found(log, wanted, after=page.newer, limit=2)
        up = [line.id for line in page.lines] + up

    assert down == whole
    assert up == whole[: len(up)] and len(up) >= len(whole) - 2


def test_sealing_between_two_pages_neither_repeats_nor_leaves_out(ada, cast):
    painted = [paint(ada, cast.ben) for _ in range(6)]
    first = reading.found(cast.acme.id, limit=3)

    sealed(cast.acme.id)

    second = reading.found(cast.acme.id, before=first.older, limit=3)
    assert [line.id for line in [*first.lines, *second.lines]] == painted[::-1]


def test_the_index_goes_on_over_many_segments(ada, cast, monkeypatch):
    monkeypatch.setattr("keyhouse.foundation.audit.searching.SPAN", 8)
    rare = paint(ada, cast.ben, "violet")
    for _ in range(60):
        paint(ada, cast.ben, "gray")
        if _ % 7 == 0:
            sealed(cast.acme.id)
    sealed(cast.acme.id)

    assert [line.id for line in reading.found(cast.acme.id, Wanted(text="violet", by=cast.ada.id)).lines] == [rare]
    assert len(reading.found(cast.acme.id, Wanted(text="gray"), limit=100).lines) == 60


def test_too_many_lines_before_the_index_are_said_to_be_left_out(ada, cast, monkeypatch):
    monkeypatch.setattr(reading, "LOOKED_THROUGH", 4)
    monkeypatch.setattr(reading, "BATCH", 2)
    for _ in range(20):
        paint(ada, cast.ben)

    assert reading.found(cast.acme.id, Wanted(text="violet")).is_partial
    assert not reading.found(cast.acme.id).is_partial


def test_a_search_finds_nothing_of_another_organization(log, cast):
    """AUTH-1: Mallory's search over her log holds nothing of Acme's."""
    assert reading.found(cast.rival.id, Wanted(text="bicycle")).lines == []
    assert reading.found(None, Wanted(text="bicycle")).lines == []


def test_every_line_is_written_out_once(log):
    whole = reading.found(log, limit=100).lines

    assert [line.id for line in reading.every(log)] == [line.id for line in whole]
    assert [line.id for line in reading.every(log, newest_first=False)] == [line.id for line in reversed(whole)]
    assert BicyclePainted.tag in {line.tag for line in whole}
