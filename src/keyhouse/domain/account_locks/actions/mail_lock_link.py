"""Mail a link about a lock: to the lock page, or one that unlocks."""

from django.db import transaction

from keyhouse.domain.account_locks import rules
from keyhouse.domain.account_locks.events import LockPageLinkSent, UnlockLinkSent
from keyhouse.domain.credentials.models import LinkPurpose, PersonLink
from keyhouse.domain.credentials.rules import LINK_PURPOSE
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def mail_lock_link(*, by: Actor, person: Person, purpose: LinkPurpose) -> PersonLink:
    """Make a link and let it be mailed: an unlock link lives a day and works once, the lock page's a month.

    Raises NotAllowed.
    """
    authorize(by, Permission.LINK_CREATE, on=facts_of_person(person))

    unlocks = purpose == LinkPurpose.UNLOCK
    handle, now = secrets.new_handle(), clock.now()
    link: PersonLink = rows_of(PersonLink, person.organization_id).create(
        organization_id=person.organization_id,
        person=person,
        purpose=purpose,
        address=person.email_folded,
        handle_hash=handle.hash,
        handle_encrypted=secrets.encrypt(LINK_PURPOSE, handle.text),
        made_at=now,
        until=now + (rules.UNLOCK_LINK_LASTS if unlocks else rules.LOCK_PAGE_LASTS),
    )

    event = UnlockLinkSent if unlocks else LockPageLinkSent
    record(event(email=person.email, link=str(link.id)), by=by, on=person)
    return link
