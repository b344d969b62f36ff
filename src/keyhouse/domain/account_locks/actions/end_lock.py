"""End a lock: a step of everything that unlocks."""

from django.db import transaction

from keyhouse.domain.account_locks import queries, rules
from keyhouse.domain.account_locks.errors import NotLocked
from keyhouse.domain.account_locks.models import AccountLock
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as proofs
from keyhouse.domain.credentials.models import Password
from keyhouse.domain.group_membership import actions as group_membership
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def end_lock(*, by: Actor, person: Person) -> None:
    """Make a locked account active; a password that somebody else seems to know has to be chosen anew.

    Raises NotAllowed, NotLocked.
    """
    authorize(by, Permission.PERSON_STATE_CHANGE, on=persons.facts_of_person(person))

    person = persons.locked(person)
    lock = queries.lock_of(person)
    if lock is None:
        raise NotLocked(email=person.email)

    rows_of(AccountLock, person.organization_id).filter(id=lock.id).update(ended_at=clock.now())
    people.set_state(by=by, person=person, state=PersonState.ACTIVE, reason="")
    group_membership.refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
    if rules.knows_password(lock.reason) and proofs.has_password(person):
        rows_of(Password, person.organization_id).filter(person_id=person.id).delete()
        credentials.request_password_reset(by=by, person=person, address=person.email)
