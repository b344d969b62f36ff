"""Create a person: a step of the processes that add people."""

from django.db import transaction

from keyhouse.domain.people import queries, rules
from keyhouse.domain.people.errors import AddressTaken
from keyhouse.domain.people.events import PersonCreated
from keyhouse.domain.people.models import ExternalId, Person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def create_person(*, by: Actor, person: Person, external_id: str = "") -> Person:
    """Keep a person who was drafted by `rules.draft`; her address is free in her organization.

    `external_id` is what the managing connection calls her. A race for the same address ends in an IntegrityError of
    the second one, who then finds the first one's account. Raises NotAllowed, TooLong, AddressTaken, ExternalIdTaken.
    """
    authorize(by, Permission.PERSON_CREATE, on=queries.facts_of_person(person))

    rules.check_lengths(rules.profile_of(person))
    if person.organization_id is not None and (other := queries.in_organization(person.organization_id, person)):
        raise AddressTaken(email=person.email, id=other.id)

    person.save(force_insert=True)
    if external_id and person.organization_id is not None:
        ExternalId.objects.of(person.organization_id).create(
            connection_id=person.managed_by_id, person=person, value=external_id
        )

    record(PersonCreated(email=person.email, state=person.state), by=by, on=person)
    return person
