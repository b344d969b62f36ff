"""Suspend a person for an investigation: nothing is removed, and she can't sign in."""

from django.db import transaction

from keyhouse.domain.administration import queries as administrators
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries
from keyhouse.domain.people.errors import WrongState
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def suspend_person(*, by: Actor, person: Person, reason: str) -> Person:
    """Stop an active or locked account until an administrator lifts it; its sessions end.

    Raises NotAllowed, WrongState, LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.PEOPLE_MANAGE, on=queries.facts_of_person(person))

    if last := administrators.why_not_without(person):
        raise last
    person = queries.locked(person)
    if person.state not in (PersonState.ACTIVE, PersonState.LOCKED):
        raise WrongState(name=person.name, state=person.state)

    step = by.within(Permission.PERSON_STATE_CHANGE, person)
    people.set_state(by=step, person=person, state=PersonState.SUSPENDED, reason=reason)
    sign_in.end_sessions(by=by.within(Permission.SESSIONS_END, person), person=person)
    refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)

    return person
