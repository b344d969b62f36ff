"""A test of a connection signs nobody in, links nobody, and says whether the right person came."""

import pytest

from keyhouse.domain.lifecycle import actions
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.domain.sign_in.models import ConnectionSubject, Session
from keyhouse.foundation.errors import NotAllowed, Refused
from tests.domain.sign_in.sign_on import BROWSER, answer, begun, make_sign_on, nobody

__all__ = ["nobody"]


def handle_of(by, connection, name):
    begun(by, connection, email="ada@acme.example")
    return sign_in.keep_sign_on_answer(by=by, connection=connection, answer=answer("_r1", name=name))


def finished(by, connection, handle):
    return actions.finish_sign_on_test(by=by, connection=connection, handle=handle, browser=BROWSER)


@pytest.mark.parametrize(
    ("name", "passed"),
    [("Ada@acme.example", True), ("erin@acme.example", False), ("nobody@acme.example", False), ("opaque-7", False)],
)
def test_it_passes_when_the_person_is_the_one_who_was_named(ada, cast, acme, name, passed):
    draft = make_sign_on(cast, state="draft")

    assert finished(ada, draft, handle_of(ada, draft, name)) is passed
    draft.refresh_from_db()
    assert (draft.state, draft.saml.test_result["passed"]) == ("tested" if passed else "draft", passed)
    assert not Session.objects.of(acme).exists()
    assert not ConnectionSubject.objects.of(acme).exists()


def test_the_answer_to_a_test_signs_nobody_in(ada, nobody, cast, acme):
    connection = make_sign_on(cast)
    handle = handle_of(ada, connection, "ben@acme.example")

    outcome = actions.finish_sign_on(by=nobody, connection=connection, handle=handle, browser=BROWSER)

    assert isinstance(outcome, Refused)
    assert not Session.objects.of(acme).exists()


def test_others_may_not(ada, ben, mallory, cast, untouched):
    draft = make_sign_on(cast, state="draft")
    handle = handle_of(ada, draft, "ada@acme.example")

    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            finished(by, draft, handle)
