"""Erase a person and everything that is only hers: a step of deletion."""

from django.db import transaction

from keyhouse.domain.people import queries
from keyhouse.domain.people.events import PersonDeleted
from keyhouse.domain.people.models import Person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def erase_person(*, by: Actor, person: Person) -> None:
    """Delete the rows of a person; the audit log keeps her id. Raises NotAllowed."""
    authorize(by, Permission.PERSON_STATE_CHANGE, on=queries.facts_of_person(person))

    record(PersonDeleted(email=person.email), by=by, on=person)

    person.delete()
