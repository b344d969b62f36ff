"""Long work: row by row, exactly once, with a result for each, by the one who asked and what she may do then."""

import dataclasses

import pytest

from keyhouse.domain.administration.models import RoleHolder
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed, NotFound
from keyhouse.foundation.jobs import running as jobs
from keyhouse.foundation.jobs.models import Job
from keyhouse.foundation.long_work import NewRow, WorkState, beginning, queries, running
from keyhouse.foundation.long_work.jobs import forget_long_work, resume_long_work
from keyhouse.foundation.long_work.models import LongWork
from tests.foundation.long_work import kinds

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_done():
    kinds.DONE.clear()


def rows(*labels, **data):
    return [NewRow(label=label, data=data) for label in labels]


def outcomes(work):
    return [(row.label, row.outcome, row.reason) for row in queries.all_rows(work)]


def test_each_row_is_done_and_counted(ada):
    work = beginning.begin(by=ada, kind="test.note", title="Note", rows=rows("a", "b"))

    jobs.run_pending()

    work.refresh_from_db()
    assert (work.state, work.total, work.done, work.failed, work.percent) == (WorkState.DONE, 2, 2, 0, 100)
    assert kinds.DONE == ["a", "b"]
    assert [row.data for row in queries.all_rows(work)] == [{"kept": "a"}, {"kept": "b"}]


def test_a_refusal_is_the_reason_of_its_row_and_stops_no_other(ada, cast):
    mixed = [NewRow(subject_id=cast.ben.id, label="1", data={"odd": 1}), NewRow(label="2"), *rows("3", skip=1)]
    work = beginning.begin(by=ada, kind="test.note", title="Note", rows=mixed)

    jobs.run_pending()

    expected = [("1", "refused", "1 is odd. Choose another number."), ("2", "done", "")]
    assert outcomes(work) == [*expected, ("3", "skipped", "nothing to do")]
    cast.ben.refresh_from_db()
    assert cast.ben.job_title != "1"


def test_a_fault_of_ours_stays_at_its_row_with_a_reference(ada):
    work = beginning.begin(by=ada, kind="test.note", title="Note", rows=[*rows("1", **{"break": 1}), *rows("2")])

    jobs.run_pending()

    first, second = outcomes(work)
    assert first[1] == "refused"
    assert "reference" in first[2]
    assert second[1] == "done"


def test_what_she_may_no_longer_do_is_refused_row_by_row(ada, cast):
    work = beginning.begin(by=ada, kind="test.note", title="Note", rows=rows("a"))
    RoleHolder.objects.of(cast.acme).filter(person=cast.ada).delete()

    jobs.run_pending()

    assert outcomes(work)[0][1] == "refused"
    assert kinds.DONE == []


def test_a_source_is_read_page_by_page_and_the_end_is_called_once(ada):
    work = beginning.begin(by=ada, kind="test.many", title="Many", arguments={"number": 10}, total=10)

    jobs.run_pending()

    work.refresh_from_db()
    assert [*map(str, range(10)), "end"] == kinds.DONE
    assert (work.total, work.done, work.state) == (10, 10, WorkState.DONE)


def test_what_is_stopped_does_no_more(ada):
    work = beginning.begin(by=ada, kind="test.note", title="Note", rows=rows("a"))

    beginning.stop(by=ada, work=work)
    jobs.run_pending()

    work.refresh_from_db()
    assert (work.state, kinds.DONE) == (WorkState.STOPPED, [])
    assert "stopped Note" in audit.events(ada.organization_id)[0].sentence


def test_only_who_asked_or_may_do_it_herself_stops_it(ada, ben, untouched):
    work = beginning.begin(by=ada, kind="test.note", title="Note", rows=rows("a"))

    with pytest.raises(NotAllowed), untouched():
        beginning.stop(by=ben, work=work)


def test_nobody_else_sees_it(ada, erin, ben, mallory):
    work = beginning.begin(by=ada, kind="test.note", title="Note", rows=rows("a"))

    assert queries.work(erin, work.id) == work
    assert [one.id for one in queries.works(erin)] == [work.id]
    for other in (ben, mallory):
        assert queries.works(other) == []
        with pytest.raises(NotFound):
            queries.work(other, work.id)


def test_a_slice_that_ends_early_asks_for_the_next(ada, monkeypatch):
    monkeypatch.setattr(running, "SLICE", 0.0)
    monkeypatch.setattr(running, "BEFORE_LOOKING", 1)
    work = beginning.begin(by=ada, kind="test.note", title="Note", rows=rows("a", "b", "c"))

    assert running.go_on(work.organization_id, work.id) is True
    assert kinds.DONE == ["a"]
    jobs.run_pending()
    assert kinds.DONE == ["a", "b", "c"]


def test_work_that_stands_still_is_asked_for_again_and_old_results_go(ada, time_machine_at):
    work = beginning.begin(by=ada, kind="test.note", title="Note", rows=rows("a"))
    Job.objects.everywhere(reason="a test").delete()

    time_machine_at("2027-01-01T00:00:00+00:00")
    resume_long_work(organization_id=None)
    jobs.run_pending()
    assert kinds.DONE == ["a"]

    time_machine_at("2027-02-02T00:00:00+00:00")
    forget_long_work(organization_id=None)
    assert not LongWork.objects.of(work.organization_id).exists()


def test_the_actor_is_made_again_without_her_session(ada):
    asked = dataclasses.replace(ada, session_id=77, ip="192.0.2.1")
    work = beginning.begin(by=asked, kind="test.note", title="Note", rows=[])

    again = running.actors.again(work.actor)

    assert (again.id, again.ip, again.session_id, again.proved_at) == (ada.id, "192.0.2.1", None, None)
    assert again.correlation == asked.correlation
