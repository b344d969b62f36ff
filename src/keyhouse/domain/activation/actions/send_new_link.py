"""Send a new activation link to who holds an old one."""

from django.db import transaction

from keyhouse.domain.activation import queries
from keyhouse.domain.activation.errors import AlreadyActive
from keyhouse.domain.activation.rules import WAIT_FOR_NEW_LINK
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people.models import PersonState
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def send_new_link(*, by: Actor, handle_hash: str) -> None:
    """Mail a new link to the same address; one that was made a moment ago is on its way and is not made again.

    Raises NotAllowed, LinkNotFound, AlreadyActive, NothingToActivate.
    """
    entry = queries.entry(handle_hash)
    authorize(by, Permission.ACCOUNT_ACTIVATE, on=queries.facts_of_entry(entry))

    person = persons.locked(entry.person)
    if person.state == PersonState.ACTIVE:
        raise AlreadyActive(email=person.email)
    if links.has_activation_link_since(person, clock.now() - WAIT_FOR_NEW_LINK):
        return

    within = by.within(Permission.LINK_CREATE, person)
    credentials.create_activation_link(by=within, person=person, mail=True)
