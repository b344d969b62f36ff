"""Take an admin role from a person or a group."""

from django.db import transaction

from keyhouse.domain.administration import queries
from keyhouse.domain.administration.errors import RoleFromElsewhere
from keyhouse.domain.administration.events import taken
from keyhouse.domain.administration.models import RoleHolder, Source
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.rules import Change, Deed
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, require_fresh


@transaction.atomic
def remove_role(*, by: Actor, holder: RoleHolder) -> None:
    """Take a role away, at once; one System admin who can sign in with a password always remains.

    Raises NotAllowed, NeedsFreshSignIn, RoleFromElsewhere, LastSystemAdmin, LastBreakGlass, NeedsApproval.
    """
    authorize(by, Permission.ASSIGN_ADMIN_ROLES, on=facts_of(holder.organization_id))
    require_fresh(by, within=organizations.fresh_within(holder.organization_id))

    if holder.source != Source.DIRECT:
        raise RoleFromElsewhere(name=holder.name, role=holder.role.name, source=holder.source)
    if broken := queries.why_not_without_holding(holder):
        raise broken
    organizations.require_second_admin(
        by=by,
        deed=Deed.REMOVE_ROLE,
        organization=holder.organization_id,
        arguments={"holder": str(holder.id)},
        summary=[Change(holder.name, holder.role.name, "–")],
    )

    RoleHolder.objects.of(holder.organization_id).filter(id=holder.id).delete()

    record(taken(holder.role.name, holder.subject), by=by, on=holder.subject)
