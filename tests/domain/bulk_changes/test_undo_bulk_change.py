"""What was done to many is taken back for those to whom it was done, within 7 days and once."""

import datetime as dt

import pytest

from keyhouse.domain.bulk_changes.actions import begin_bulk_change, undo_bulk_change
from keyhouse.domain.bulk_changes.errors import NothingToUndo
from keyhouse.domain.bulk_changes.rules import Choice, Deed, Details
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.people.models import Person, SignInMethod
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.long_work.models import LongWork

pytestmark = pytest.mark.django_db


def begin(ada, done, deed, *people, **details):
    choice = Choice(people=tuple(person.id for person in people))
    work = begin_bulk_change(by=ada, deed=deed, choice=choice, details=Details(**details), typed=len(people))
    done()
    work.refresh_from_db()
    return work


def test_who_was_deactivated_comes_back_and_who_left_before_does_not(ada, cast, done):
    work = begin(ada, done, Deed.DEACTIVATE, cast.ben, cast.dana)

    undo_bulk_change(by=ada, work=work)
    done()

    states = dict(Person.objects.of(cast.acme).values_list("given_name", "state"))
    assert (states["Ben"], states["Dana"]) == ("active", "deactivated")


def test_each_gets_back_the_method_that_she_had(ada, cast, done):
    work = begin(ada, done, Deed.SET_METHOD, cast.ben, method=SignInMethod.PASSWORD)

    undo_bulk_change(by=ada, work=work)
    done()

    cast.ben.refresh_from_db()
    assert cast.ben.sign_in_method == "sso"


def test_who_was_in_the_group_before_stays(ada, cast, done, press_team):
    begin(ada, done, Deed.ADD_TO_GROUP, cast.erin, group_id=press_team.id)
    work = begin(ada, done, Deed.ADD_TO_GROUP, cast.erin, cast.ben, group_id=press_team.id)

    undo_bulk_change(by=ada, work=work)
    done()

    assert [row.person_id for row in GroupMember.objects.of(cast.acme)] == [cast.erin.id]


def test_it_is_undone_once_and_not_after_seven_days(ada, cast, done, untouched):
    work = begin(ada, done, Deed.SUSPEND, cast.ben, reason="leak")
    old = begin(ada, done, Deed.SUSPEND, cast.erin, reason="leak")
    LongWork.objects.of(cast.acme).filter(id=old.id).update(ended_at=clock.now() - dt.timedelta(days=8))
    undoing = undo_bulk_change(by=ada, work=work)
    done()
    undoing.refresh_from_db()

    for one in (work, old, undoing):
        with pytest.raises(NothingToUndo), untouched():
            undo_bulk_change(by=ada, work=one)


def test_a_deletion_is_not_undone(ada, cast, done, untouched):
    work = begin(ada, done, Deed.DELETE, cast.dana)

    with pytest.raises(NothingToUndo), untouched():
        undo_bulk_change(by=ada, work=work)


def test_only_who_may_change_people_undoes(ada, ben, cast, done, untouched):
    work = begin(ada, done, Deed.SUSPEND, cast.erin, reason="leak")

    with pytest.raises(NotAllowed), untouched():
        undo_bulk_change(by=ben, work=work)
