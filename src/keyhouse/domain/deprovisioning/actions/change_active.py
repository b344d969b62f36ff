"""Do what a connection says about `active`: deactivate, bring back, or remember it where an administrator decides."""

from django.db import transaction

from keyhouse.domain.deprovisioning.actions.deactivate_person import deactivate_person
from keyhouse.domain.deprovisioning.actions.reactivate_person import reactivate_person
from keyhouse.domain.deprovisioning.errors import OnHold
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.people.rules import STOPPED
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def change_active(*, by: Actor, person: Person, active: bool, alone: bool) -> Person:
    """Give an account the state that its connection wants; a suspended, locked or held one only remembers it.

    `alone` says that the request changes nothing else: then a hold refuses it. Raises NotAllowed, OnHold, TooLate,
    AddressMoved, LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.ACCOUNT_CHANGE, on=queries.facts_of_person(person))

    gone = person.state == PersonState.DEACTIVATED
    if active and gone and person.hold and alone:
        raise OnHold(email=person.email)

    if not active and not gone:
        return deactivate_person(by=by, person=person)
    if active and gone and not person.hold:
        return reactivate_person(by=by, person=person)
    stopped = person.state in STOPPED or (gone and person.hold)
    if stopped and person.remembered_active is not active:
        step = by.within(Permission.PERSON_STATE_CHANGE, person)
        people.set_hold(by=step, person=person, hold=person.hold, remembered=active)

    return person
