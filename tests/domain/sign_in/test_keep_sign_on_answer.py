"""Keeping an answer: a good one waits under a handle, a bad one stands in the list of attempts with its code."""

from keyhouse.domain.sign_in import actions, queries
from keyhouse.domain.sign_in.models import SignInAttempt, SignOnResult
from keyhouse.foundation import secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import Refused
from tests.domain.sign_in.sign_on import answer, answered, begun, nobody, single_sign_on

__all__ = ["nobody", "single_sign_on"]


def kept(by, connection, said):
    return actions.keep_sign_on_answer(by=by, connection=connection, answer=said)


def test_a_good_answer_waits_under_a_handle_that_is_kept_as_a_hash(acme, single_sign_on, nobody):
    handle = answered(nobody, single_sign_on)

    result = SignOnResult.objects.of(acme).get()
    assert result.handle_hash == secrets.hash_of(handle)
    assert result.answer["name"] == "ben@acme.example"
    assert SignInAttempt.objects.of(acme).get().outcome == "received"


def test_a_refused_answer_is_an_attempt_with_every_check_and_a_support_code(acme, single_sign_on, nobody):
    begun(nobody, single_sign_on)
    checks = [{"check": "signature", "passed": False, "sentence": "It doesn't fit."}]

    outcome = kept(nobody, single_sign_on, answer("_r1", checks=checks, refused="bad_signature", sentence="No."))

    attempt = queries.attempts_at(single_sign_on, outcome.support_code.lower()).get()
    assert isinstance(outcome, Refused)
    assert (attempt.outcome, attempt.checks, attempt.ip) == ("bad_signature", checks, "198.51.100.7")
    assert not SignOnResult.objects.of(acme).exists()
    assert outcome.support_code in audit.events(acme.id)[0].sentence


def test_an_answer_without_an_open_request_is_refused(acme, single_sign_on, nobody):
    assert isinstance(kept(nobody, single_sign_on, answer("_never")), Refused)
    assert not SignOnResult.objects.of(acme).exists()
