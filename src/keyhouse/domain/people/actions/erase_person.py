"""Erase a person and everything that is only hers: a step of deletion."""

from django.db import transaction

from keyhouse.domain.people import queries
from keyhouse.domain.people.events import PersonDeleted
from keyhouse.domain.people.models import Person
from keyhouse.foundation.audit import record
from keyhouse.foundation.long_work.erasing import forget_subject
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def erase_person(*, by: Actor, person: Person) -> None:
    """Delete a person, and her name in results of long work; the audit log keeps her id. Raises NotAllowed."""
    authorize(by, Permission.PERSON_STATE_CHANGE, on=queries.facts_of_person(person))

    record(PersonDeleted(email=person.email), by=by, on=person)

    if person.organization_id is not None:
        forget_subject(person.organization_id, person.id)
    person.delete()
