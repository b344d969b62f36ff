"""Answering the steps of a sign-in."""

import dataclasses
import datetime as dt

import pytest
import time_machine

from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.credentials.errors import WrongCode, WrongPassword
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.errors import StepExpired
from keyhouse.domain.sign_in.models import Session, SignInAttempt, SignInStep
from keyhouse.domain.sign_in.rules import Step
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.permissions import Strength
from tests.domain.credentials.proofs import code_of, give_app, give_password
from tests.domain.sign_in.walking import DOOR, begin, code, password, switch_sign_on_on

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.fixture
def moment():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_a_password_alone_signs_in_who_needs_no_second_factor(cast):
    give_password(cast.finn)

    done = password(begin("finn.home@mail.example", next="/business-manager/").secret)

    live = queries.session(done.session)
    assert (done.step, done.next) == (Step.DONE, "/business-manager/")
    assert (live.person_id, live.strength, live.method) == (cast.finn.id, Strength.PASSWORD, "password")


def test_who_has_an_app_is_asked_for_its_code(moment, cast):
    give_password(cast.ada)
    secret, _codes = give_app(cast.ada)
    moment.shift(60)

    moved = password(begin("ada@acme.example").secret)
    done = code(moved.secret, code_of(secret))

    assert moved.step == Step.CODE and not moved.session
    assert queries.session(done.session).strength == Strength.TWO_FACTORS


def test_an_administrator_without_an_app_sets_one_up_before_she_is_in(cast):
    give_password(cast.ada)
    moved = password(begin("ada@acme.example").secret)
    draft = queries.draft_of(queries.step(moved.secret, Step.SET_UP))

    done = code(moved.secret, code_of(draft.secret))

    assert moved.step == Step.SET_UP and not moved.session
    assert queries.session(done.session).strength == Strength.TWO_FACTORS
    assert credentials.has_second_factor(cast.ada) and credentials.recovery_codes_left(cast.ada) == 10


def test_a_wrong_first_code_sets_nothing_up(cast):
    give_password(cast.ada)
    moved = password(begin("ada@acme.example").secret)

    with pytest.raises(WrongCode):
        code(moved.secret, "000000")

    assert not credentials.has_second_factor(cast.ada) and not Session.objects.of(cast.acme).exists()


def test_a_refusal_has_a_support_code_and_stands_in_the_list_of_attempts(cast):
    give_password(cast.ada)

    refused = password(begin("ada@acme.example").secret, "wrong")

    attempt = SignInAttempt.objects.of(cast.acme).get(support_code=refused.support_code)
    assert isinstance(refused.rule, WrongPassword) and attempt.person == cast.ada
    assert (attempt.outcome, attempt.method) == ("wrong_password", "password")


def test_a_second_try_goes_on_from_the_same_step(cast):
    give_password(cast.finn)
    begun = begin("finn.home@mail.example")
    password(begun.secret, "wrong")

    assert password(begun.secret).session


@pytest.mark.parametrize("enforced", [True, False])
def test_a_password_opens_nothing_where_single_sign_on_is_enforced(cast, enforced):
    """SESS-8: also when the sign-in was begun before it was switched on."""
    give_password(cast.ben)
    begun = begin("ben@acme.example")
    switch_sign_on_on(cast, enforces_sign_on=enforced)

    done = password(begun.secret)

    assert bool(getattr(done, "session", "")) is not enforced


def test_the_cookie_of_the_step_before_opens_nothing(cast):
    """SESS-3: each step has a new identifier, so a planted or watched one is useless."""
    give_password(cast.ada)
    begun = begin("ada@acme.example")
    moved = password(begun.secret)

    assert moved.secret != begun.secret
    with pytest.raises(StepExpired):
        code(begun.secret, "000000")


def test_the_session_that_the_browser_had_before_ends(cast):
    """SESS-3: a new sign-in is a new session, and the old cookie is useless."""
    give_password(cast.finn)
    first = password(begin("finn.home@mail.example").secret)
    old = queries.session(first.session)
    again = dataclasses.replace(DOOR, session_id=old.id)

    second = password(begin("finn.home@mail.example").secret, by=again)

    assert queries.session(first.session) is None and queries.session(second.session) is not None


def test_a_sign_in_lasts_a_quarter_of_an_hour(moment, cast):
    give_password(cast.finn)
    begun = begin("finn.home@mail.example")
    moment.shift(15 * 60)

    with pytest.raises(StepExpired):
        password(begun.secret)


def test_an_answer_out_of_order_is_refused(cast, untouched):
    """SESS-6: a step takes its own answer and no other."""
    give_password(cast.ada)
    begun = begin("ada@acme.example")

    for wrong in ("000000", ""):
        with pytest.raises(StepExpired), untouched():
            code(begun.secret, wrong)
    with pytest.raises(StepExpired), untouched():
        code("", "000000")


def test_a_finished_sign_in_is_not_finished_again(cast):
    give_password(cast.finn)
    done = password(begin("finn.home@mail.example").secret)

    with pytest.raises(StepExpired):
        password(done.secret)
    assert Session.objects.of_nobody().count() == 1


def test_no_secret_stands_in_step_event_or_session(cast):
    """INV-4: cookies are kept as hashes, and the app that is being set up encrypted."""
    give_password(cast.ada)
    moved = password(begin("ada@acme.example").secret)
    draft = queries.draft_of(queries.step(moved.secret, Step.SET_UP))

    rows = repr([list(model.objects.of(cast.acme).values()) for model in (SignInStep, AuditEvent)])

    assert not any(secret in rows for secret in (moved.secret, draft.secret, *draft.recovery_codes))


@pytest.mark.parametrize("email", ["ada@acme.example", "nobody@acme.example"])
def test_ten_wrong_tries_end_a_sign_in_whoever_is_meant(cast, email):
    """SESS-4: guessing begins anew with the email, where beginnings are limited."""
    give_password(cast.ada)
    begun = begin(email)
    for _ in range(10):
        password(begun.secret, "wrong")

    with pytest.raises(StepExpired):
        password(begun.secret)


def test_a_system_admin_who_comes_without_single_sign_on_is_named_in_the_log(moment, cast):
    """Break-glass: whoever administers beside single sign-on is seen each time."""
    give_password(cast.ada)
    secret, _codes = give_app(cast.ada)
    moment.shift(60)
    switch_sign_on_on(cast)

    code(password(begin("ada@acme.example").secret).secret, code_of(secret))

    assert AuditEvent.objects.of(cast.acme).filter(tag="sign_in.break_glass.used", target_id=cast.ada.id).count() == 1
