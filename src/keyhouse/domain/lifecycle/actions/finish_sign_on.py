"""Finish a sign-in through an identity provider: the person, her link, her activation and her session at once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.dateparse import parse_datetime

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.people import actions as people
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.domain.sign_in import queries, rules
from keyhouse.foundation.errors import BrokenRule, Refused
from keyhouse.foundation.permissions import Actor, Permission, Strength, authorize, facts_of


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """Who signed in, the secret of her session's cookie, and where she wanted to go."""

    person: Person
    secret: str
    until: datetime
    activated: bool
    next: str


@transaction.atomic
def finish_sign_on(*, by: Actor, connection: Connection, handle: str, browser: str) -> SignedIn | Refused:
    """Sign in whom the verified answer means; an invited person becomes active by it (sign-on.md 5).

    The answer is used up. Every refusal is remembered with the attempt, and is a result.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(connection.organization_id))

    result = sign_in.take_sign_on_answer(
        by=by, connection=connection, handle=handle, browser=browser, purpose=rules.Purpose.SIGN_IN
    )
    if isinstance(result, Refused):
        return result
    answer = rules.Answer(**result.answer)
    person = queries.who_signs_in(connection, answer.subject)
    if isinstance(person, BrokenRule):
        code = sign_in.close_attempt(by=by, connection=connection, attempt=result.attempt, rule=person)
        return Refused(person, support_code=code)

    invited = person.state == PersonState.INVITED
    if queries.link_of(connection, answer.subject) is None:
        step = by.within(Permission.CREDENTIALS_CHANGE, person)
        sign_in.link_subject(by=step, connection=connection, person=person, subject=answer.subject)
    if invited:
        people.set_state(by=by.within(Permission.PERSON_STATE_CHANGE, person), person=person, state=PersonState.ACTIVE)
        refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
    until = parse_datetime(answer.session_until) if answer.session_until else None
    through = rules.Through(connection=connection, name_id=answer.name, session_index=answer.session_index, until=until)
    step = by.within(Permission.SESSION_START, person)
    strength, proved_at = Strength.SINGLE_SIGN_ON, parse_datetime(answer.authenticated_at or "")
    session, secret = sign_in.start_session(
        by=step, person=person, method="sso", strength=strength, through=through, proved_at=proved_at
    )

    sign_in.close_attempt(by=by, connection=connection, attempt=result.attempt, person=person)
    return SignedIn(person=person, secret=secret, until=session.until, activated=invited, next=result.request.next)
