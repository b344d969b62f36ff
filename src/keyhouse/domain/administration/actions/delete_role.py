"""Delete a custom admin role."""

from django.db import transaction

from keyhouse.domain.administration import queries
from keyhouse.domain.administration.events import RoleDeleted
from keyhouse.domain.administration.models import Role
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.rules import Change, Deed
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def delete_role(*, by: Actor, role: Role) -> None:
    """Delete a custom role; whoever holds it loses it at once. One that people presets give is taken out there first.

    Raises NotAllowed, RoleIsDefault, RoleInPresets, NeedsApproval.
    """
    authorize(by, Permission.ROLES_MANAGE, on=facts_of(role.organization_id))

    role = queries.locked_role(role)
    if broken := queries.why_not_delete(role):
        raise broken
    people, groups = queries.numbers_of(role)
    organizations.require_second_admin(
        by=by,
        deed=Deed.DELETE_ROLE,
        organization=role.organization_id,
        arguments={"role": str(role.id)},
        summary=[Change(role.name, f"{people} + {groups}", "–")],
    )

    name, _ = role.name, role.delete()

    record(RoleDeleted(role=name, people=people, groups=groups), by=by, organization_id=role.organization_id)
