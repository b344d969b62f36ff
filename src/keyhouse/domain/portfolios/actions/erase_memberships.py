"""Erase a person's places in portfolios: a step of her deletion."""

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.domain.portfolios.events import MembershipsErased
from keyhouse.domain.portfolios.models import Membership
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize

REASON = "a person's places go in the portfolios of every organization when her account does"


@transaction.atomic
def erase_memberships(*, by: Actor, person: Person) -> int:
    """Delete every place of a person who is deleted; answers how many there were. Raises NotAllowed."""
    authorize(by, Permission.MEMBERSHIPS_CHANGE, on=facts_of_person(person))

    gone, _ = Membership.objects.everywhere(reason=REASON).filter(person=person).delete()
    if not gone:
        return 0

    record(MembershipsErased(email=person.email, count=gone), by=by, on=person)
    return gone
