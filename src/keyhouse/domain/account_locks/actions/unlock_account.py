"""Unlock an account as an administrator who has looked."""

from django.db import transaction

from keyhouse.domain.account_locks import queries
from keyhouse.domain.account_locks.actions.end_lock import end_lock
from keyhouse.domain.account_locks.actions.mail_lock_link import mail_lock_link
from keyhouse.domain.account_locks.errors import NotLocked
from keyhouse.domain.account_locks.models import AccountLock
from keyhouse.domain.credentials.models import LinkPurpose
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people.models import Person
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def unlock_account(*, by: Actor, person: Person) -> bool:
    """Unlock at once where the address is proved, else mail the link that unlocks; answers whether it was at once."""
    authorize(by, Permission.ALERTS_MANAGE, on=persons.facts_of_person(person))

    person = persons.locked(person)
    lock = queries.lock_of(person)
    if lock is None:
        raise NotLocked(email=person.email)

    rows_of(AccountLock, person.organization_id).filter(id=lock.id).update(needs_review=False)
    if queries.may_unlock_herself(person):
        end_lock(by=by.within(Permission.PERSON_STATE_CHANGE, person), person=person)
        return True
    step = by.within(Permission.LINK_CREATE, person)
    mail_lock_link(by=step, person=person, purpose=LinkPurpose.UNLOCK)
    return False
