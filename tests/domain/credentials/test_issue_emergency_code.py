"""Issuing an emergency code."""

import dataclasses
import datetime as dt

import pytest
import time_machine

from keyhouse import deliveries
from keyhouse.domain.credentials import actions
from keyhouse.domain.credentials.errors import CodeNotForHerself, NoSecondFactorYet
from keyhouse.domain.credentials.models import OneTimeCode
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as mail
from keyhouse.foundation.permissions import Permission, visitor
from tests.domain.credentials.proofs import give_app


def issue(by, person):
    return actions.issue_emergency_code(by=by, person=person)


def takes(person, code):
    return actions.check_code(by=visitor(), person=person, code=code) is None


def test_eight_digits_stand_in_for_the_app_once(ada, cast):
    give_app(cast.ben)

    code = issue(ada, cast.ben)

    assert len(code) == 8 and code.isdigit()
    assert [takes(cast.ben, code) for _ in range(2)] == [True, False]


def test_a_code_counts_for_ten_minutes_for_its_person_and_until_the_next_one(ada, cast):
    give_app(cast.ben)
    give_app(cast.erin)
    first, code = issue(ada, cast.ben), issue(ada, cast.ben)

    assert not takes(cast.ben, first) and not takes(cast.erin, code)
    with time_machine.travel(clock.now() + dt.timedelta(minutes=10)):
        assert not takes(cast.ben, code)


def test_the_person_and_all_system_admins_are_told_and_no_mail_or_row_holds_the_code(ada, cast):
    """INV-4: the digits are shown once and stand nowhere."""
    give_app(cast.ben)

    code = issue(ada, cast.ben)
    deliveries.run_pending()

    told = [one for one in mail.kept() if "emergency code" in one.subject]
    assert {one.to for one in told} == {"ada@acme.example", "ben@acme.example", "erin@acme.example"}
    assert not any(code in one.text for one in told)
    assert code not in str(list(OneTimeCode.objects.of(cast.acme).values()))


def test_nobody_issues_one_for_herself_or_for_who_has_no_app(ada, cast, untouched):
    give_app(cast.ada)

    with pytest.raises(CodeNotForHerself), untouched():
        issue(ada, cast.ada)
    with pytest.raises(NoSecondFactorYet), untouched():
        issue(ada, cast.ben)


def test_the_permission_is_needed(ben, mallory, cast, untouched):
    give_app(cast.erin)
    viewer = dataclasses.replace(ben, permissions=frozenset({Permission.TWO_FACTOR_VIEW}))

    for stranger in (ben, viewer, mallory):
        with pytest.raises(NotAllowed), untouched():
            issue(stranger, cast.erin)
