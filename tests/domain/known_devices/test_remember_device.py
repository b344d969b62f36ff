"""Remembering a browser, so that it isn't asked for a code."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.known_devices import actions, queries
from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission, Strength
from tests.domain.credentials.proofs import code_of, give_app, give_password
from tests.domain.known_devices.noting import at, noted
from tests.domain.sign_in.walking import begin, password


@pytest.fixture
def secret(cast):
    """Acme allows seven days; the secret of Ben's app."""
    SecuritySettings.objects.of(cast.acme).update(remember_device_days=7)
    give_password(cast.ben)
    return give_app(cast.ben)[0]


def signed_in_once(person, secret, door, remember=True):
    from keyhouse.domain.sign_in import actions as sign_in

    moved = password(begin(person.email, by=door).secret, by=door)
    return sign_in.answer_step(by=door, secret=moved.secret, answer=code_of(secret, 1), remember=remember)


def step_of(person, door):
    return password(begin(person.email, by=door).secret, by=door).step


def test_a_remembered_browser_is_not_asked_for_as_many_days_as_are_allowed(cast, secret):
    done = signed_in_once(cast.ben, secret, at())
    from keyhouse.domain.sign_in import queries as sign_in

    assert sign_in.session(done.session).strength == Strength.TWO_FACTORS
    for days, step in ((6, "done"), (8, "code")):
        with time_machine.travel(clock.now() + dt.timedelta(days=days)):
            assert step_of(cast.ben, at()) == step


@pytest.mark.parametrize("case", ["another_browser", "not_wished", "no_longer_allowed", "new_app", "signed_out"])
def test_it_is_asked_whenever_something_differs(cast, secret, case):
    signed_in_once(cast.ben, secret, at(), remember=case != "not_wished")
    if case == "no_longer_allowed":
        SecuritySettings.objects.of(cast.acme).update(remember_device_days=0)
    elif case == "new_app":
        Authenticator.objects.of(cast.acme).filter(person=cast.ben).delete()
        give_app(cast.ben)
    elif case == "signed_out":
        from keyhouse.domain.sign_in import actions as sign_in

        sign_in.end_sessions(by=at().within(Permission.SESSIONS_END, cast.ben), person=cast.ben)

    assert step_of(cast.ben, at(browser="two" if case == "another_browser" else "one")) == "code"


def test_an_administrators_browser_is_never_remembered(cast, secret):
    give_password(cast.ada)
    app, _codes = give_app(cast.ada)

    signed_in_once(cast.ada, app, at())

    assert step_of(cast.ada, at()) == "code"


def test_it_is_a_step_of_a_sign_in(cast, untouched):
    noted(cast.ben)

    with pytest.raises(NotAllowed), untouched():
        actions.remember_device(by=at(), person=cast.ben)
    assert not queries.is_remembered(cast.ben, at().browser)
