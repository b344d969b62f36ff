"""Move an account from one state to another: a step of the processes of its life."""

from django.db import transaction

from keyhouse.domain.people import events, queries
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize

EVENTS: dict[PersonState, type[events.StateEvent]] = {
    PersonState.INVITED: events.PersonInvited,
    PersonState.ACTIVE: events.PersonActivated,
    PersonState.LOCKED: events.PersonLocked,
    PersonState.SUSPENDED: events.PersonSuspended,
    PersonState.DEACTIVATED: events.PersonDeactivated,
}
STAMPS = {
    PersonState.INVITED: "invited_at",
    PersonState.ACTIVE: "activated_at",
    PersonState.DEACTIVATED: "deactivated_at",
}
BACK = {
    PersonState.DEACTIVATED: events.PersonReactivated,
    PersonState.SUSPENDED: events.PersonUnsuspended,
    PersonState.LOCKED: events.PersonUnlocked,
}


@transaction.atomic
def set_state(*, by: Actor, person: Person, state: PersonState, reason: str = "") -> int:
    """Give an account a state, with the time and the reason; answers the id of the event. Raises NotAllowed."""
    authorize(by, Permission.PERSON_STATE_CHANGE, on=queries.facts_of_person(person))

    before, now = PersonState(person.state), clock.now()
    person.state, person.state_reason, person.changed_at = state, reason[:200], now
    person.version += 1
    touched = ["state", "state_reason", "changed_at", "version"]
    stamp = STAMPS.get(state)
    if stamp and (getattr(person, stamp) is None or state == PersonState.DEACTIVATED):
        setattr(person, stamp, now)
        touched.append(stamp)
    person.save(update_fields=touched)

    event = BACK.get(before, EVENTS.get(state, events.PersonActivated))
    if state in (PersonState.DEACTIVATED, PersonState.LOCKED, PersonState.SUSPENDED):
        event = EVENTS[state]
    return record(event(email=person.email, before=before.value, reason=reason[:200]), by=by, on=person)
