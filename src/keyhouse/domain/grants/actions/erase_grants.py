"""Erase the grants of a person: a step of her deletion."""

from django.db import transaction

from keyhouse.domain.grants.events import GrantsErased
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize

REASON = "a person's grants go in the portfolios of every organization when her account does"


@transaction.atomic
def erase_grants(*, by: Actor, person: Person) -> int:
    """Delete every grant of a person who is deleted; answers how many there were. Raises NotAllowed."""
    authorize(by, Permission.GRANTS_CHANGE, on=facts_of_person(person))

    gone, _ = TaskGrant.objects.everywhere(reason=REASON).filter(subject_id=person.id).delete()
    if not gone:
        return 0

    record(GrantsErased(email=person.email, count=gone), by=by, on=person)
    return gone
