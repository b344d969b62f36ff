"""Finish a test of a connection: nobody is signed in, and the administrator reads what came."""

from django.db import transaction

from keyhouse.domain.connections import actions as connections
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.connections.queries import facts_of_connection
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.errors import NameDoesNotFit
from keyhouse.domain.sign_in.rules.sign_on import Answer, Purpose
from keyhouse.foundation.errors import BrokenRule, Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def finish_sign_on_test(*, by: Actor, connection: Connection, handle: str, browser: str) -> bool | Refused:
    """Say whether the test passed: every check did, and the person is the one whose address was to be tested."""
    authorize(by, Permission.SSO_MANAGE, on=facts_of_connection(connection))

    result = sign_in.take_sign_on_answer(
        by=by, connection=connection, handle=handle, browser=browser, purpose=Purpose.TEST
    )
    if isinstance(result, Refused):
        return result
    answer, email = Answer(**result.answer), str(result.request.facts["email"])
    person = queries.person_for(connection, answer.subject, any_domain=True)
    rule = person if isinstance(person, BrokenRule) else None
    if not isinstance(person, BrokenRule) and person.email_folded != email:
        rule = NameDoesNotFit(name=answer.name, connection=connection.name)

    found = None if isinstance(person, BrokenRule) else person
    sign_in.close_attempt(by=by, connection=connection, attempt=result.attempt, person=found, rule=rule)
    outcome = {"attempt": str(result.attempt.id), "name": answer.name, "reason": str(rule or "")}
    connections.note_sign_on_test(by=by, connection=connection, email=email, passed=rule is None, result=outcome)
    return rule is None
