"""The system locks an account after tries that look like somebody else's."""

import datetime as dt

import pytest
import time_machine

from keyhouse import deliveries
from keyhouse.domain.account_locks import actions, queries
from keyhouse.domain.account_locks.models import LockReason
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.sign_in import hot_sessions
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as mail
from keyhouse.foundation.permissions import Strength, system_actor, visitor
from tests.domain.account_locks.locking import lock, state, unverify
from tests.domain.recovery.signed_in import signed_in


def tries(person, number, reason="wrong password"):
    for _ in range(number):
        credentials.count_wrong_try(by=visitor(), person=person, reason=reason)
    deliveries.run_pending()


def test_two_stops_within_a_day_lock_nobody_and_the_third_does(cast):
    begun = clock.now()
    for number, expected in ((1, "active"), (2, "active"), (3, "locked")):
        with time_machine.travel(begun + dt.timedelta(hours=number)):
            tries(cast.ben, 20)
            assert state(cast.ben) == expected


def test_stops_on_different_days_lock_nobody(cast):
    begun = clock.now()
    for number in range(1, 4):
        with time_machine.travel(begun + dt.timedelta(hours=25 * number)):
            tries(cast.ben, 20)

    assert state(cast.ben) == "active"


def test_ten_wrong_codes_after_the_right_password_lock(cast):
    tries(cast.ben, 9, "wrong code")
    assert state(cast.ben) == "active"

    tries(cast.ben, 1, "wrong code")

    assert state(cast.ben) == "locked" and queries.lock_of(again(cast.ben)).reason == LockReason.WRONG_CODES


def test_sessions_end_and_nothing_opens_while_it_lasts(cast):
    """SESS-1: locked is off on the hot path and the slow one."""
    _actor, secret = signed_in(cast.ben, Strength.PASSWORD)

    lock(cast.ben)

    assert hot_sessions.session(secret) is None and sign_in.session(secret) is None
    assert sign_in.route_for(cast.ben.email_folded).person is None


def test_the_person_is_told_where_the_domain_is_verified_and_administrators_where_it_is_not(cast):
    lock(cast.ben)
    deliveries.run_pending()
    assert {one.to for one in mail.kept() if "locked" in one.subject} == {"ben@acme.example"}

    unverify(cast)
    lock(cast.erin)
    deliveries.run_pending()
    assert {one.to for one in mail.kept() if "waits for you" in one.subject} == {"ada@acme.example"}


def test_an_administrator_whose_password_seems_known_is_looked_at_first(cast):
    assert lock(cast.erin, LockReason.WRONG_CODES).needs_review
    assert not lock(cast.ben, LockReason.WRONG_CODES).needs_review


def test_the_last_system_admin_is_never_locked(cast):
    """AUTH-2: somebody must be able to look."""
    RoleHolder.objects.of(cast.acme).filter(person=cast.erin).delete()

    assert lock(cast.ada) is None and state(cast.ada) == "active"
    assert audit.events(cast.acme.id, limit=1)[0].title == "Lock withheld"


def test_only_an_active_account_is_locked_and_only_once(cast, untouched):
    lock(cast.ben)

    for person in (cast.ben, cast.dana):
        with untouched():
            assert lock(person) is None


def test_a_personal_login_is_locked_alike(cast):
    lock(cast.finn)

    assert state(cast.finn) == "locked"


def test_nobody_but_the_system_and_administrators_of_people_locks(ben, mallory, cast, untouched):
    for by in (ben, mallory, system_actor(cast.rival.id)):
        with pytest.raises(NotAllowed), untouched():
            actions.lock_account(by=by, person=cast.ben, reason=LockReason.WRONG_TRIES)


def again(person):
    person.refresh_from_db()
    return person
