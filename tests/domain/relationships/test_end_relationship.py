"""Ending a relationship: from either side, and by its date."""

import datetime as dt

import pytest
import time_machine

from keyhouse.deliveries import run_pending
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.portfolios.models import Membership
from keyhouse.domain.relationships import actions, jobs, queries
from keyhouse.domain.relationships.errors import RelationshipOver
from keyhouse.domain.relationships.models import ExternalRelationship
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as mail
from keyhouse.foundation.permissions import Strength
from tests.cast import make_member, make_person
from tests.conftest import all_rows
from tests.domain.relationships.related import entered, make_guest
from tests.racing import at_once


@pytest.fixture
def eve(cast, hosted):
    """Somebody else of Brightside, who waits."""
    return make_guest(hosted, make_person(cast.brightside, "eve@brightside.example", "Eve"), "requested")


@pytest.mark.parametrize("side", ["ada", "cleo"])
def test_either_side_ends_it_for_everybody(request, cast, hosted, external_admin, eve, side):
    make_member(cast.press, cast.cleo)

    lost = actions.end_relationship(by=request.getfixturevalue(side), relationship=hosted)

    assert lost == ["Cleo: External system admin, Press", "Eve"]
    assert queries.open_places(hosted) == [] and queries.place(cast.cleo, hosted.id, Strength.TWO_FACTORS) is None
    assert not RoleHolder.objects.of(cast.acme).filter(person=cast.cleo).exists()
    assert Membership.objects.of(cast.acme).get(person=cast.cleo).state == "removed"
    assert ExternalRelationship.objects.of(cast.acme).get().ended_by == ("host" if side == "ada" else "guest")


def test_both_logs_and_both_mailboxes_learn_it(ada, cast, hosted, external_admin):
    actions.end_relationship(by=ada, relationship=hosted)
    run_pending()

    titles = [audit.events(one.id)[0].title for one in (cast.acme, cast.brightside)]
    letters = [letter for letter in mail.kept() if "has ended" in letter.subject]
    assert titles == ["Relationship ended", "Relationship ended"]
    assert sorted(letter.to for letter in letters) == ["cleo@brightside.example", "erin@acme.example"]
    assert all("Cleo: External system admin" in letter.text for letter in letters)


def test_one_failure_leaves_everything_as_it_was(ada, cast, hosted, external_admin, eve, monkeypatch):
    """REL-3: what is lost is lost in one transaction or not at all."""
    before = all_rows()
    monkeypatch.setattr(ExternalRelationship, "save", lambda *args, **more: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        actions.end_relationship(by=ada, relationship=hosted)

    assert all_rows() == before


def test_on_its_day_it_ends_by_itself_and_lets_nobody_in_before_the_job_runs(cast, hosted, external_admin):
    """INV-2: the end is checked at use; the job only tidies."""
    with time_machine.travel(hosted.until + dt.timedelta(seconds=1), tick=False):
        shut = queries.place(cast.cleo, hosted.id, Strength.TWO_FACTORS) is None
        jobs.end_relationships(organization_id=None)

        assert shut and queries.open_places(hosted) == []
        assert ExternalRelationship.objects.of(cast.acme).get().ended_by == "date"
        assert audit.events(cast.brightside.id)[0].actor == "Keyhouse"


def test_both_sides_are_reminded_30_and_7_days_before_once_each(cast, hosted):
    days = []
    for left in (31, 30, 29, 7, 6, 1):
        with time_machine.travel(hosted.until - dt.timedelta(days=left) + dt.timedelta(hours=1), tick=False):
            before = len(mail.kept())
            jobs.remind_of_ends(organization_id=None)
            days.append(len(mail.kept()) - before)

    assert days == [0, 3, 0, 3, 0, 0]
    assert {letter.to for letter in mail.kept()} == {
        "ada@acme.example", "erin@acme.example", "cleo@brightside.example",
    }  # fmt: skip


def test_it_ends_once(ada, hosted, untouched):
    actions.end_relationship(by=ada, relationship=hosted)

    with pytest.raises(RelationshipOver), untouched():
        actions.end_relationship(by=ada, relationship=hosted)


def test_others_end_nothing_and_none_of_its_guests(ben, mallory, hosted, external_admin, untouched):
    for stranger in (ben, mallory, entered(external_admin)):
        with pytest.raises(NotAllowed), untouched():
            actions.end_relationship(by=stranger, relationship=hosted)


def test_ended_from_both_sides_at_once_it_ends_once(transactional_db, ada, cleo, cast, hosted, external_admin):
    results = at_once(
        lambda: actions.end_relationship(by=ada, relationship=hosted),
        lambda: actions.end_relationship(by=cleo, relationship=hosted),
    )

    assert sorted(isinstance(result, RelationshipOver) for result in results) == [False, True], results
    assert queries.open_places(hosted) == []
