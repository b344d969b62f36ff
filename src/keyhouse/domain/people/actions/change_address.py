"""Change the address of a person: a step of the processes that may."""

from django.db import transaction

from keyhouse.domain.people import queries, rules
from keyhouse.domain.people.errors import AddressTaken
from keyhouse.domain.people.events import AddressChanged
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.addresses import EmailAddress
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def change_address(*, by: Actor, person: Person, address: EmailAddress) -> None:
    """Give a person another address that is free in her organization; it links and confirms nothing.

    Raises NotAllowed, AddressTaken.
    """
    authorize(by, Permission.PERSON_CHANGE, on=queries.facts_of_person(person))

    other = queries.at_address(person.organization_id, address.folded) if person.organization_id is not None else None
    if other is not None and other.id != person.id:
        raise AddressTaken(email=address.typed, id=other.id)

    person.holds_address = person.holds_address or not person.has_email
    before, person.email = person.email, address.typed
    compared = rules.folded(rules.profile_of(person), address)
    for name, value in compared.items():
        setattr(person, name, value)
    person.version += 1
    person.changed_at = clock.now()
    person.save(update_fields=["email", *compared, "holds_address", "version", "changed_at"])

    record(AddressChanged(email=address.typed, before=before), by=by, on=person)
