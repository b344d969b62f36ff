"""Prove again who one is, by single sign-on, before a dangerous action."""

from dataclasses import dataclass

from django.db import transaction

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.people import queries as people
from keyhouse.domain.recovery.actions.renew_session import renew_session
from keyhouse.domain.recovery.queries import connection_to_prove_at
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.domain.sign_in import queries, rules
from keyhouse.domain.sign_in.errors import AnotherBrowser, NameDoesNotFit, SingleSignOnIsOff
from keyhouse.foundation.errors import BrokenRule, Refused
from keyhouse.foundation.permissions import Actor, Permission, Strength, authorize


@dataclass(frozen=True, kw_only=True)
class Proved:
    """The new identifier of a session, and where its owner wanted to go on."""

    session: queries.NewSession
    next: str


@transaction.atomic
def prove_again_by_sign_on(*, by: Actor, connection: Connection, handle: str, browser: str) -> Proved | Refused:
    """Take an answer for which the identity provider asked her anew, if it means her and this session asked for it.

    The answer is used up; every refusal is remembered with the attempt. Raises NotAllowed, SessionNotFound.
    """
    person = people.person(by.home_organization_id, by.person_id)
    authorize(by, Permission.OWN_ACCOUNT, on=people.facts_of_person(person))

    purpose = rules.Purpose.PROVE_AGAIN
    result = sign_in.take_sign_on_answer(by=by, connection=connection, handle=handle, browser=browser, purpose=purpose)
    if isinstance(result, Refused):
        return result
    person, answer = people.locked(person), rules.Answer(**result.answer)
    found, here = queries.person_for(connection, answer.subject), connection_to_prove_at(person, by.session_id)
    rule: BrokenRule | None = found if isinstance(found, BrokenRule) else None
    if not isinstance(found, BrokenRule) and found.id != person.id:
        rule = NameDoesNotFit(name=answer.name, connection=connection.name)
    elif here is None or here.id != connection.id:
        rule = SingleSignOnIsOff(connection=connection.name)
    elif result.request.facts.get("session") != str(by.session_id):
        rule = AnotherBrowser()
    code = sign_in.close_attempt(by=by, connection=connection, attempt=result.attempt, person=person, rule=rule)
    if rule is not None:
        return Refused(rule, support_code=code)

    step, strength = by.within(Permission.SESSION_START, person), Strength(max(by.strength, Strength.SINGLE_SIGN_ON))
    session = renew_session(by=step, person=person, strength=strength, method="sso")
    return Proved(session=session, next=result.request.next)
