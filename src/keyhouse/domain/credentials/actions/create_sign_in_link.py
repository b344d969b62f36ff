"""Make a one-time sign-in link, by the operator's word."""

from django.db import transaction

from keyhouse.domain.credentials import rules
from keyhouse.domain.credentials.events import SignInLinkCreated
from keyhouse.domain.credentials.models import LinkPurpose, PersonLink
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def create_sign_in_link(*, by: Actor, person: Person, minutes: int | None = None) -> str:
    """Make a link that signs this person in once, within 15 minutes unless told otherwise; returns its secret.

    Only the operator at the command line and the demo make such links. Raises NotAllowed.
    """
    authorize(by, Permission.SIGN_IN_LINK_CREATE, on=facts_of(person.organization_id))

    handle, now = secrets.new_handle(), clock.now()
    lasts = rules.SIGN_IN_LINK_LASTS if minutes is None else rules.minutes(minutes)
    rows_of(PersonLink, person.organization_id).create(
        organization_id=person.organization_id,
        person=person,
        purpose=LinkPurpose.ONE_TIME,
        address=person.email_folded,
        handle_hash=handle.hash,
        made_at=now,
        until=now + lasts,
    )

    until = (now + lasts).isoformat(timespec="minutes")
    record(SignInLinkCreated(email=person.email, until=until), by=by, on=person)
    return handle.text
