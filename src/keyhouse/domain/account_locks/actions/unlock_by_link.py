"""Unlock one's own account by a mailed link."""

from django.db import transaction

from keyhouse.domain.account_locks import queries
from keyhouse.domain.account_locks.actions.end_lock import end_lock
from keyhouse.domain.account_locks.errors import AdministratorLooksFirst
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people.models import Person
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def unlock_by_link(*, by: Actor, handle_hash: str) -> Person:
    """Use the link up and make the account active; it signs nobody in.

    Raises NotAllowed, LinkNotFound, LinkUsed, LinkExpired, LinkReplaced, NotLocked, AdministratorLooksFirst.
    """
    link = queries.unlock_link(handle_hash)
    authorize(by, Permission.LINK_USE, on=links.facts_of_link(link))

    person = persons.locked(link.person)
    lock = queries.lock_of(person)
    if lock is not None and lock.needs_review:
        raise AdministratorLooksFirst(organization=person.organization.name if person.organization else "Keyhouse")

    credentials.use_link(by=by, link=link)
    end_lock(by=by.within(Permission.PERSON_STATE_CHANGE, person), person=person)
    return person
