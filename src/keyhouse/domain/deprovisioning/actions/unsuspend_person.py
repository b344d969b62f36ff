"""Lift the suspension of a person."""

from django.db import transaction

from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries
from keyhouse.domain.people.errors import WrongState
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def unsuspend_person(*, by: Actor, person: Person, reason: str = "") -> Person:
    """Let a suspended person sign in again. Raises NotAllowed, WrongState."""
    authorize(by, Permission.PEOPLE_MANAGE, on=queries.facts_of_person(person))

    person = queries.locked(person)
    if person.state != PersonState.SUSPENDED:
        raise WrongState(name=person.name, state=person.state)

    step = by.within(Permission.PERSON_STATE_CHANGE, person)
    people.set_state(by=step, person=person, state=PersonState.ACTIVE, reason=reason)
    if person.remembered_active is not None:
        people.set_hold(by=step, person=person, hold=person.hold, remembered=None)
    refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)

    return person
