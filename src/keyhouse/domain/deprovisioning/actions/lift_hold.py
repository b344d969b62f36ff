"""Lift an administrator's hold, and do what the connection asked for meanwhile."""

from django.db import transaction

from keyhouse.domain.deprovisioning.actions.reactivate_person import reactivate_person
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def lift_hold(*, by: Actor, person: Person) -> Person:
    """Let the connection manage the state of an account again; a remembered `active: true` takes effect.

    Raises NotAllowed, TooLate, AddressMoved.
    """
    authorize(by, Permission.PEOPLE_MANAGE, on=queries.facts_of_person(person))

    person = queries.locked(person)
    returns = bool(person.remembered_active) and person.state == PersonState.DEACTIVATED

    people.set_hold(by=by.within(Permission.PERSON_STATE_CHANGE, person), person=person, hold=False, remembered=None)
    return reactivate_person(by=by, person=person) if returns else person
