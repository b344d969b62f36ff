"""A stream moves behind what arrived, waits longer after each failure, and tells once that it fails."""

import datetime as dt

import pytest

from keyhouse.domain.security_logs import actions, queries, rules
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import system_actor
from tests.domain.security_logs.streaming import add
from tests.foundation.audit.bicycles import paint, sealed


@pytest.fixture
def stream(ada, cast):
    """A stream of Acme with three lines before it."""
    made = add(ada, cast.acme, from_beginning=True)
    for _ in range(2):
        paint(ada, cast.ben)
    sealed(cast.acme.id)
    return made


def again(cast):
    return LogStream.objects.of(cast.acme).get()


def titles(cast):
    return [line.title for line in audit.events(cast.acme.id)]


def test_it_moves_behind_the_lines_that_arrived(stream, cast):
    lines = queries.waiting_lines(stream)

    assert actions.note_delivery(by=system_actor(cast.acme.id), stream=stream, lines=lines[:2])

    assert (again(cast).position, again(cast).sent) == (2, 2)
    assert [line.sequence for line in queries.waiting_lines(again(cast))] == [3]


def test_two_that_carried_the_same_lines_move_it_once(stream, cast):
    lines, by = queries.waiting_lines(stream), system_actor(cast.acme.id)

    done = [actions.note_delivery(by=by, stream=stream, lines=lines[:count]) for count in (3, 2)]

    assert done == [True, False] and again(cast).position == 3


def test_each_failure_makes_it_wait_longer_and_ten_minutes_of_them_are_told_once(stream, cast, time_machine):
    lines, by, waits = queries.waiting_lines(stream), system_actor(cast.acme.id), []
    for _ in range(9):
        actions.note_delivery(by=by, stream=again(cast), lines=lines, error="it took too long")
        waits.append((again(cast).not_before - clock.now()).total_seconds())
        time_machine.move_to(again(cast).not_before)

    assert waits[:4] == [pytest.approx(wait, abs=1) for wait in (10, 20, 40, 80)]
    assert max(waits) <= rules.LONGEST_PAUSE.total_seconds()
    assert titles(cast).count("Log stream failing") == 1
    assert again(cast).position == 0

    actions.note_delivery(by=by, stream=again(cast), lines=lines)
    assert titles(cast)[0] == "Log stream works again"
    assert (again(cast).failures, again(cast).failing_since, again(cast).position) == (0, None, 3)


def test_lines_that_retention_took_are_counted_as_left_out(stream, cast):
    lines = [line for line in queries.waiting_lines(stream) if line.sequence > 2]

    actions.note_delivery(by=system_actor(cast.acme.id), stream=stream, lines=lines)

    assert (again(cast).skipped, again(cast).sent) == (2, 1)


def test_a_pause_longer_than_any_ends_when_the_clock_was_set_back(stream, cast):
    """REL-6: a clock that was set back holds no stream."""
    rows = LogStream.objects.of(cast.acme)
    rows.update(not_before=clock.now() + dt.timedelta(minutes=5))
    waits = queries.streams_due()
    rows.update(not_before=clock.now() + dt.timedelta(days=300))

    assert (waits, queries.streams_due()) == ([], [(cast.acme.id, stream.id)])


def test_nobody_of_another_organization_moves_it(mallory, stream, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.note_delivery(by=mallory, stream=stream, lines=queries.waiting_lines(stream))
