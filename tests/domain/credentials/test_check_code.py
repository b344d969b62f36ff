"""Checking a second factor."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.credentials import actions, queries
from keyhouse.foundation import clock
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.permissions import visitor
from tests.domain.credentials.proofs import code_of, give_app

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.fixture
def moment():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def check(person, code):
    return actions.check_code(by=visitor(), person=person, code=code)


def test_the_code_of_the_app_is_taken(moment, cast):
    secret, _codes = give_app(cast.ada)
    moment.shift(60)

    assert check(cast.ada, code_of(secret)) is None


def test_no_code_is_taken_twice(moment, cast):
    """SESS-4: the time step of a code is stored; the same and older ones are refused."""
    secret, _codes = give_app(cast.ada)
    moment.shift(60)
    code, older = code_of(secret), code_of(secret, -1)

    assert check(cast.ada, code) is None

    assert check(cast.ada, code) is not None and check(cast.ada, older) is not None


def test_the_code_that_set_the_app_up_signs_nobody_in(moment, cast):
    secret, _codes = give_app(cast.ada)

    assert check(cast.ada, code_of(secret)) is not None


def test_a_code_of_one_step_aside_fits_and_of_two_steps_does_not(moment, cast):
    secret, _codes = give_app(cast.ada)
    moment.shift(300)

    assert check(cast.ada, code_of(secret, -2)) is not None and check(cast.ada, code_of(secret, 2)) is not None
    assert check(cast.ada, code_of(secret, -1)) is None and check(cast.ada, code_of(secret, 1)) is None


def test_each_recovery_code_is_taken_once_in_any_writing(cast):
    _secret, codes = give_app(cast.ada)

    assert check(cast.ada, codes[0].upper().replace("-", " ")) is None
    assert check(cast.ada, codes[0]) is not None
    assert queries.recovery_codes_left(cast.ada) == 9
    assert AuditEvent.objects.of(cast.acme).filter(tag="person.recovery_code.used").count() == 1


@pytest.mark.parametrize("code", ["", " ", "0", "000000", "٠٠٠٠٠٠", "None", "a" * 5000])
def test_what_is_no_code_is_refused(cast, code):
    give_app(cast.ada)

    assert check(cast.ada, code) is not None


def test_somebody_elses_codes_are_refused(moment, cast):
    secret, codes = give_app(cast.mallory)
    give_app(cast.ada)
    moment.shift(60)

    assert check(cast.ada, code_of(secret)) is not None and check(cast.ada, codes[0]) is not None


def test_a_stopped_person_is_refused_with_the_right_code(moment, cast):
    """SESS-4: wrong tries stop codes too."""
    secret, codes = give_app(cast.ada)
    for _ in range(20):
        check(cast.ada, "000000")
    moment.shift(60)

    assert check(cast.ada, code_of(secret)) is not None and check(cast.ada, codes[0]) is not None
    moment.move_to(clock.now() + dt.timedelta(minutes=31))
    assert check(cast.ada, code_of(secret)) is None
