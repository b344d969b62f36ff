"""Take an admin role from a person."""

from django.db import transaction

from keyhouse.domain.administration import queries
from keyhouse.domain.administration.errors import RoleFromElsewhere
from keyhouse.domain.administration.events import RoleRemoved
from keyhouse.domain.administration.models import SYSTEM_ADMIN, RoleHolder
from keyhouse.domain.organizations import queries as organizations
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, require_fresh


@transaction.atomic
def remove_role(*, by: Actor, holder: RoleHolder) -> None:
    """Take a role away, at once; one System admin who can sign in with a password always remains.

    Raises NotAllowed, NeedsFreshSignIn, RoleFromElsewhere, LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.ASSIGN_ADMIN_ROLES, on=facts_of(holder.organization_id))
    require_fresh(by, within=organizations.fresh_within(holder.organization_id))

    if holder.source != "direct":
        raise RoleFromElsewhere(name=holder.person.name, role=holder.role.name, source=holder.source)
    if holder.role.code == SYSTEM_ADMIN and not holder.paused and (broken := queries.why_not_without(holder.person)):
        raise broken

    RoleHolder.objects.of(holder.organization_id).filter(id=holder.id).delete()

    record(RoleRemoved(email=holder.person.email, role=holder.role.name), by=by, on=holder.person)
