"""Create a custom admin role."""

from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.administration import queries, rules
from keyhouse.domain.administration.events import RoleCreated
from keyhouse.domain.administration.models import Role
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def create_role(
    *, by: Actor, organization: Organization, name: str, description: str, permissions: Collection[str]
) -> Role:
    """Create a role that allows these permissions of panels; nobody holds it yet, and reserved rights it never has.

    Raises NotAllowed, RoleNameNeeded, RoleNameTaken, RoleAllowsNothing, ReservedRight, NeedsApproval.
    """
    authorize(by, Permission.ROLES_MANAGE, on=facts_of(organization.id))

    role = Role(organization=organization, name=rules.tidy(name), description=description.strip(), made_at=clock.now())
    if broken := queries.why_not_role(role, permissions):
        raise broken
    given = rules.permissions_named(permissions)
    organizations.require_second_admin(
        by=by,
        deed=Deed.CREATE_ROLE,
        organization=organization,
        arguments={"name": role.name, "description": role.description, "permissions": sorted(map(str, given))},
        summary=rules.differences("–", role.name, frozenset(), given),
    )

    role.name_folded, role.permissions = role.name.casefold(), sorted(one.value for one in given)
    role.save(force_insert=True)

    record(RoleCreated(role=role.name), by=by, on=role)
    return role
