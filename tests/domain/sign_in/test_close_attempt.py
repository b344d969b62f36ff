"""How an attempt ended is noted beside its checks."""

from keyhouse.domain.sign_in import actions
from keyhouse.domain.sign_in.errors import NoSuchSubject
from keyhouse.domain.sign_in.models import SignInAttempt
from keyhouse.foundation.audit import queries as audit
from tests.domain.sign_in.sign_on import answered, nobody, single_sign_on

__all__ = ["nobody", "single_sign_on"]


def closed(by, connection, acme, **how):
    answered(by, connection)
    attempt = SignInAttempt.objects.of(acme).get()
    code = actions.close_attempt(by=by, connection=connection, attempt=attempt, **how)
    attempt.refresh_from_db()
    return code, attempt


def test_a_sign_in_names_the_person(cast, acme, single_sign_on, nobody):
    _, attempt = closed(nobody, single_sign_on, acme, person=cast.ben)

    assert (attempt.outcome, attempt.person) == ("signed_in", cast.ben)
    assert attempt.checks[-1] == {"check": "person", "passed": True, "sentence": ""}


def test_a_refusal_names_the_rule_and_goes_to_the_log(acme, single_sign_on, nobody):
    rule = NoSuchSubject(name="gil@acme.example", organization="Acme", connection="Okta")

    code, attempt = closed(nobody, single_sign_on, acme, rule=rule)

    assert attempt.outcome == "no_such_person"
    assert "gil@acme.example" in attempt.checks[-1]["sentence"]
    assert code in audit.events(acme.id)[0].sentence
