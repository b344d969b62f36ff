"""Edit a custom admin role."""

from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.administration import queries, rules
from keyhouse.domain.administration.events import RoleEdited
from keyhouse.domain.administration.models import Role
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def edit_role(*, by: Actor, role: Role, name: str, description: str, permissions: Collection[str]) -> Role:
    """Change what a custom role is called and allows; whoever holds it gains and loses at once.

    Nobody adds to a role that somebody holds what she doesn't hold herself. Raises NotAllowed, RoleIsDefault,
    RoleNameNeeded, RoleNameTaken, RoleAllowsNothing, ReservedRight, MoreThanYouHold, NeedsApproval.
    """
    authorize(by, Permission.ROLES_MANAGE, on=facts_of(role.organization_id))

    role = queries.locked_role(role)
    before, name_before = rules.permissions_given_by(role), role.name
    role.name, role.description = rules.tidy(name), description.strip()
    if broken := queries.why_not_edit(by, role, permissions):
        raise broken
    given = rules.permissions_named(permissions)
    organizations.require_second_admin(
        by=by,
        deed=Deed.EDIT_ROLE,
        organization=role.organization_id,
        arguments={
            "role": str(role.id),
            "name": role.name,
            "description": role.description,
            "permissions": sorted(map(str, given)),
        },
        summary=rules.differences(name_before, role.name, before, given),
    )

    role.name_folded, role.permissions = role.name.casefold(), sorted(one.value for one in given)
    role.save(update_fields=["name", "name_folded", "description", "permissions"])

    added, taken = sorted(map(str, given - before)), sorted(map(str, before - given))
    record(RoleEdited(role=role.name, added=", ".join(added), taken=", ".join(taken)), by=by, on=role)
    return role
