"""Mail a link to choose a new password, where one may be sent."""

from django.db import transaction

from keyhouse.domain.credentials import rules
from keyhouse.domain.credentials.events import PasswordResetNotSent, PasswordResetRequested
from keyhouse.domain.credentials.models import LinkPurpose, PersonLink
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def request_password_reset(*, by: Actor, person: Person | None, address: str, why_not: str = "") -> None:
    """Make a single-use link of 30 minutes that is mailed to the person's own address; nothing tells whether it was.

    Without a person, or with a reason why not, the request is only remembered.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(None))

    if person is None or why_not:
        reason = why_not or "no such person"
        event = PasswordResetNotSent(email=person.email if person else address, reason=reason)
        record(event, by=by, on=person)
        return

    handle, now = secrets.new_handle(), clock.now()
    link = rows_of(PersonLink, person.organization_id).create(
        organization_id=person.organization_id,
        person=person,
        purpose=LinkPurpose.RESET,
        address=person.email_folded,
        handle_hash=handle.hash,
        handle_encrypted=secrets.encrypt(rules.LINK_PURPOSE, handle.text),
        made_at=now,
        until=now + rules.RESET_LASTS,
    )

    record(PasswordResetRequested(email=person.email, link=str(link.id)), by=by, on=person)
