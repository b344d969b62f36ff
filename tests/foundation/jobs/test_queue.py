"""Jobs: written in the caller's transaction, done after it at least once, and given up in plain sight."""

import datetime as dt
import itertools

import pytest
from django.db import transaction

from keyhouse.foundation.jobs import queries, queue, running
from keyhouse.foundation.jobs.models import JobState
from keyhouse.foundation.secrets import new_handle
from tests.foundation.jobs import work

pytestmark = pytest.mark.django_db
ACME = 4711


@pytest.fixture(autouse=True)
def _fresh():
    work.done.clear()


def state_of(job):
    return queue.all_jobs().get(pk=job.pk).state


def test_a_job_is_run_with_its_organization_and_ids():
    work.note.enqueue(organization_id=ACME, invitation_id=12)

    assert running.run_pending() == 1
    assert work.done == [(ACME, {"invitation_id": 12})]


def test_a_job_without_an_organization_is_not_accepted():
    with pytest.raises(TypeError):
        work.note.enqueue(invitation_id=12)


def test_a_job_vanishes_with_the_transaction_that_asked_for_it():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        work.note.enqueue(organization_id=ACME)
        raise ZeroDivisionError

    assert running.run_pending() == 0
    assert work.done == []


def test_a_unique_job_waits_once_and_may_be_asked_for_again_when_it_has_begun():
    first = work.note.enqueue(organization_id=ACME, unique="seal 4711")
    second = work.note.enqueue(organization_id=ACME, unique="seal 4711")
    queue.claim("one")
    third = work.note.enqueue(organization_id=ACME, unique="seal 4711")

    assert first is not None
    assert second is None
    assert third is not None


def test_a_failed_job_waits_and_then_tries_again(time_machine_at):
    clock = time_machine_at("2026-11-24T09:00:00+00:00")
    job = work.break_down.enqueue(organization_id=ACME)

    running.run(queue.claim("one"))
    assert queue.claim("one") is None
    clock.shift(dt.timedelta(seconds=10))
    assert queue.claim("one").pk == job.pk


def test_a_job_that_fails_in_its_last_attempt_is_given_up_and_listed(time_machine_at):
    clock = time_machine_at("2026-11-24T09:00:00+00:00")
    job = work.break_down.enqueue(organization_id=ACME)

    for _ in range(2):
        running.run(queue.claim("one"))
        clock.shift(dt.timedelta(hours=1))

    assert state_of(job) == JobState.DEAD
    assert [dead.pk for dead in queries.dead()] == [job.pk]
    assert "the mail server is away" in queries.dead()[0].last_error
    assert queries.backlog().dead == 1
    queue.revive(job)
    assert queue.claim("one").pk == job.pk


def test_work_that_this_version_does_not_know_is_kept_not_lost():
    job = work.note.enqueue(organization_id=ACME)
    queue.all_jobs().filter(pk=job.pk).update(name="keyhouse.gone.jobs.send", attempts_allowed=1)

    running.run(queue.claim("one"))

    assert state_of(job) == JobState.DEAD


def test_a_retried_unique_job_gives_way_to_the_one_that_waits():
    first = work.break_down.enqueue(organization_id=ACME, unique="mail 12")
    claimed = queue.claim("one")
    second = work.break_down.enqueue(organization_id=ACME, unique="mail 12")

    running.run(claimed)

    assert state_of(first) == JobState.DONE
    assert state_of(second) == JobState.WAITING


def test_pauses_grow_to_an_hour():
    pauses = [queue.pause_after(attempts) for attempts in range(1, 15)]

    assert dt.timedelta(seconds=5) <= pauses[0] < dt.timedelta(seconds=6)
    assert all(earlier < later * 1.2 for earlier, later in itertools.pairwise(pauses))
    assert pauses[-1] <= queue.LONGEST_PAUSE


def test_the_reason_of_a_failure_holds_no_secret():
    """Part of INV-4: never in a job."""
    secret = new_handle().text
    work.break_with.enqueue(organization_id=ACME, words=f"no answer from http://x/hook/{secret}")

    running.run(queue.claim("one"))

    assert secret not in queue.all_jobs().get().last_error
    assert "no answer" in queue.all_jobs().get().last_error
