"""Mail the link that unlocks to who asks for it on the lock page."""

from django.db import transaction

from keyhouse.domain.account_locks import queries
from keyhouse.domain.account_locks.actions.mail_lock_link import mail_lock_link
from keyhouse.domain.account_locks.errors import AdministratorLooksFirst, NotLocked
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.credentials.models import LinkPurpose
from keyhouse.domain.people import queries as persons
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def send_unlock_link(*, by: Actor, handle_hash: str) -> None:
    """Mail an unlock link to the person's own address; one that was mailed a moment ago is on its way.

    Raises NotAllowed, LinkNotFound, LinkExpired, LinkReplaced, NotLocked, AdministratorLooksFirst.
    """
    link = queries.lock_page_link(handle_hash)
    authorize(by, Permission.LINK_USE, on=links.facts_of_link(link))

    if broken := links.why_not_good(link):
        raise broken
    person = persons.locked(link.person)
    lock = queries.lock_of(person)
    if lock is None:
        raise NotLocked(email=person.email)
    if lock.needs_review or not queries.may_unlock_herself(person):
        raise AdministratorLooksFirst(organization=person.organization.name if person.organization else "Keyhouse")
    if queries.has_unlock_link_since(person):
        return

    step = by.within(Permission.LINK_CREATE, person)
    mail_lock_link(by=step, person=person, purpose=LinkPurpose.UNLOCK)
