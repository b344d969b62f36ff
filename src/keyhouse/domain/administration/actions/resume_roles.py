"""Give a person who came back her admin roles again: a step of its confirmation."""

from django.db import transaction

from keyhouse.domain.administration.events import RolesResumed
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def resume_roles(*, by: Actor, person: Person) -> list[str]:
    """Give back every suspended admin role of a person; answers their names. Raises NotAllowed."""
    authorize(by, Permission.ROLES_CHANGE, on=facts_of_person(person))

    holders = RoleHolder.objects.of(person.organization_id).filter(person=person, paused=True)
    names = list(holders.order_by("id").values_list("role__name", flat=True))
    if not names:
        return []
    holders.update(paused=False)

    record(RolesResumed(email=person.email, roles=", ".join(names)), by=by, on=person)
    return names
