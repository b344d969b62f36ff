"""Take a role that came from a people preset or an external relationship: a step."""

from django.db import transaction

from keyhouse.domain.administration import queries
from keyhouse.domain.administration.events import taken
from keyhouse.domain.administration.models import Role, RoleHolder, Source
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize


@transaction.atomic
def take_role(*, by: Actor, role: Role, subject: Person | PersonGroup, source: Source, source_id: int) -> bool:
    """Take what this preset or relationship gave; answers whether it was held. Give others first what they get.

    Raises NotAllowed, LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.ROLES_CHANGE, on=Facts(organization_id=role.organization_id, person_id=subject.id))

    rows = RoleHolder.objects.of(role.organization_id).select_related("role").filter(role=role)
    rows = rows.filter(person=subject) if isinstance(subject, Person) else rows.filter(group=subject)
    holder = rows.filter(source=source, source_id=source_id).first()
    if holder is None:
        return False
    if broken := queries.why_not_without_holding(holder):
        raise broken

    RoleHolder.objects.of(role.organization_id).filter(id=holder.id).delete()

    record(taken(role.name, subject), by=by, on=subject, organization_id=role.organization_id)
    return True
