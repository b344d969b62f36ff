"""Leases and schedules hold although workers die and clocks jump."""

import datetime as dt

import pytest

from keyhouse.foundation.jobs import queue, schedules
from keyhouse.foundation.jobs.models import JobState
from keyhouse.foundation.jobs.worker import Worker
from tests.foundation.jobs import work

pytestmark = pytest.mark.django_db
START = "2026-11-24T09:00:00+00:00"
JUMPS = [dt.timedelta(hours=1), dt.timedelta(hours=-1), dt.timedelta(days=365), dt.timedelta(days=-365)]


def observe(worker, *, lapsed):
    """Let a keeper look once, and again after a lease has passed by its own watch."""
    worker.keep()
    if lapsed:
        worker._seen = {key: (beats, seen - worker.lease - 1) for key, (beats, seen) in worker._seen.items()}
    worker.keep()


def test_a_job_whose_worker_died_is_taken_over_after_the_lease():
    """Part of REL-4: a job is never lost with its worker."""
    job = work.note.enqueue(organization_id=1)
    dead = queue.claim("a worker that died")
    living = Worker()

    observe(living, lapsed=False)
    assert queue.claim("other") is None
    observe(living, lapsed=True)

    again = queue.claim("other")
    assert again.pk == job.pk
    assert queue.finish(dead) is False
    assert queue.finish(again) is True


def test_a_job_whose_worker_still_beats_is_left_alone():
    work.note.enqueue(organization_id=1)
    queue.claim("busy")
    keeper = Worker()

    keeper.keep()
    keeper._seen = {key: (beats, seen - 1000) for key, (beats, seen) in keeper._seen.items()}
    queue.beat("busy")
    keeper.keep()

    assert queue.all_jobs().get().state == JobState.RUNNING


def test_a_job_that_kills_its_workers_is_given_up():
    work.break_down.enqueue(organization_id=1)
    for name in ("first", "second"):
        queue.take_over(queue.claim(name))

    assert queue.all_jobs().get().state == JobState.DEAD


@pytest.mark.parametrize("jump", JUMPS)
def test_no_lease_is_held_twice_or_for_ever_when_the_clock_jumps(time_machine_at, jump):
    """Part of REL-6: leases are measured in elapsed seconds of the worker that watches."""
    clock = time_machine_at(START)
    work.note.enqueue(organization_id=1)
    queue.claim("busy")
    keeper = Worker()

    keeper.keep()
    clock.shift(jump)
    keeper.keep()
    assert queue.claim("other") is None
    observe(keeper, lapsed=True)
    assert queue.claim("other") is not None


@pytest.mark.parametrize("jump", JUMPS)
def test_a_pause_ends_although_the_clock_jumps(time_machine_at, jump):
    """Part of REL-6: a retry waits at most an hour longer than meant."""
    clock = time_machine_at(START)
    work.break_down.enqueue(organization_id=1)
    queue.fail(queue.claim("one"), "away")

    clock.shift(jump)
    clock.shift(dt.timedelta(hours=1, seconds=30))

    assert queue.claim("one") is not None


@pytest.mark.parametrize("jump", JUMPS)
def test_a_schedule_asks_once_for_each_slot_although_the_clock_jumps(time_machine_at, jump):
    """Part of REL-6: no schedule runs twice for one slot."""
    clock = time_machine_at(START)
    asked = [schedules.ask([work.tick]), schedules.ask([work.tick])]
    clock.shift(jump)
    asked += [schedules.ask([work.tick]), schedules.ask([work.tick])]
    clock.shift(-jump)
    asked += [schedules.ask([work.tick])]

    assert asked == [1, 0, 0, 0, 0] or asked == [1, 0, 1, 0, 0]


def test_schedules_are_found_in_the_jobs_of_the_applications():
    names = [schedule.name for schedule in schedules.declared()]

    assert "keyhouse.foundation.jobs.jobs.forget_done_jobs" in names


def test_a_worker_asks_the_database_about_a_slot_once(django_assert_num_queries):
    asked = {}
    schedules.ask([work.tick], asked)

    with django_assert_num_queries(0):
        assert schedules.ask([work.tick], asked) == 0
