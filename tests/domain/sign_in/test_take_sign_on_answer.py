"""Taking an answer: once, in its browser, for its purpose."""

from keyhouse.domain.sign_in import actions
from keyhouse.domain.sign_in.errors import AnotherBrowser, Replayed
from keyhouse.domain.sign_in.models import SeenAssertion, SignOnRequest
from keyhouse.domain.sign_in.rules import Purpose
from keyhouse.foundation.errors import Refused
from tests.domain.sign_in.sign_on import BROWSER, answered, make_sign_on, nobody, single_sign_on

__all__ = ["nobody", "single_sign_on"]


def taken(by, connection, handle, browser=BROWSER, purpose=Purpose.SIGN_IN):
    return actions.take_sign_on_answer(by=by, connection=connection, handle=handle, browser=browser, purpose=purpose)


def test_request_and_assertion_are_used_up(acme, single_sign_on, nobody):
    result = taken(nobody, single_sign_on, answered(nobody, single_sign_on))

    assert result.answer["name"] == "ben@acme.example"
    assert SignOnRequest.objects.of(acme).get().finished_at is not None
    assert SeenAssertion.objects.of(acme).get().assertion_id == "_a-_r1"


def test_an_assertion_is_accepted_once_whatever_request_it_names(acme, single_sign_on, nobody):
    """SAML-8: an assertion ID is accepted once."""
    taken(nobody, single_sign_on, answered(nobody, single_sign_on, "_r1", assertion_id="_same"))
    handle = answered(nobody, single_sign_on, "_r2")
    SeenAssertion.objects.of(acme).update(assertion_id="_a-_r2")

    outcome = taken(nobody, single_sign_on, handle)

    assert isinstance(outcome, Refused) and isinstance(outcome.rule, Replayed)


def test_another_browser_purpose_connection_or_handle_takes_nothing(cast, acme, single_sign_on, nobody):
    """SAML-8: what doesn't fit uses nothing up."""
    handle, other = answered(nobody, single_sign_on), make_sign_on(cast, "Entra")

    wrong = [
        taken(nobody, single_sign_on, handle, browser="another"),
        taken(nobody, single_sign_on, handle, browser=""),
        taken(nobody, single_sign_on, handle, purpose=Purpose.TEST),
        taken(nobody, other, handle),
        taken(nobody, single_sign_on, handle[:-1]),
        taken(nobody, single_sign_on, ""),
    ]

    assert all(isinstance(one.rule, AnotherBrowser) for one in wrong)
    assert not SeenAssertion.objects.of(acme).exists()
    assert not isinstance(taken(nobody, single_sign_on, handle), Refused)
