"""The outcome of a test is kept, and only a test that passed lets the set-up go on."""

import pytest

from keyhouse.domain.connections import actions
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.sign_in.sign_on import make_sign_on


def noted(by, connection, passed):
    actions.note_sign_on_test(by=by, connection=connection, email="ada@acme.example", passed=passed, result={})
    connection.refresh_from_db()
    return connection


@pytest.mark.parametrize(("passed", "state"), [(True, "tested"), (False, "draft")])
def test_a_draft_is_tested_only_when_the_test_passed(ada, cast, acme, passed, state):
    connection = noted(ada, make_sign_on(cast, state="draft"), passed)

    assert (connection.state, connection.saml.tested_at is not None) == (state, passed)
    assert ("passed" if passed else "failed") in audit.events(acme.id)[0].sentence


def test_a_failed_test_switches_nothing_off(ada, cast):
    assert noted(ada, make_sign_on(cast), False).state == "active"


def test_others_may_not(ben, mallory, cast, untouched):
    connection = make_sign_on(cast, state="draft")

    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            noted(by, connection, True)
