"""Make an activation link for a person whose account is not active yet."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.credentials import rules
from keyhouse.domain.credentials.errors import NothingToActivate
from keyhouse.domain.credentials.events import ActivationLinkCreated
from keyhouse.domain.credentials.models import LinkPurpose, PersonLink
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def create_activation_link(*, by: Actor, person: Person, mail: bool = False) -> str:
    """Make a single-use link of the days that the organization sets, and end the older ones; returns its secret.

    With `mail` it is also mailed to the person's address. Raises NotAllowed, NothingToActivate.
    """
    authorize(by, Permission.LINK_CREATE, on=facts_of_person(person))

    if person.organization_id is None or person.state not in (PersonState.ADDED, PersonState.INVITED):
        raise NothingToActivate(email=person.email, state=person.state)

    handle, now = secrets.new_handle(), clock.now()
    days = organizations.organization(person.organization_id).activation_days
    link = PersonLink.objects.of(person.organization_id).create(
        person=person,
        purpose=LinkPurpose.ACTIVATION,
        address=person.email_folded,
        handle_hash=handle.hash,
        handle_encrypted=secrets.encrypt(rules.LINK_PURPOSE, handle.text) if mail else "",
        made_at=now,
        until=now + dt.timedelta(days=days),
    )

    until = link.until.date().isoformat()
    event = ActivationLinkCreated(email=person.email, until=until, link=str(link.id), mailed=mail)
    record(event, by=by, on=person)
    return handle.text
