"""Give an organization its default roles."""

from django.db import transaction
from django.utils.translation import gettext as _

from keyhouse.domain.administration import rules
from keyhouse.domain.administration.events import RoleCreated
from keyhouse.domain.administration.models import SYSTEM_ADMIN, Role
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def set_up_roles(*, by: Actor, organization: Organization) -> Role:
    """Make the role System admin when the organization has none yet, and return it. Raises NotAllowed."""
    authorize(by, Permission.ORGANIZATION_SET_UP, on=facts_of(organization.id))

    known: Role | None = Role.objects.of(organization).filter(code=SYSTEM_ADMIN).first()
    if known is not None:
        return known

    role: Role = Role.objects.of(organization).create(
        code=SYSTEM_ADMIN,
        name=_("System admin"),
        description=_("Everything in Admin Center, admin roles included."),
        permissions=sorted(one.value for one in rules.SYSTEM_ADMIN_PERMISSIONS),
    )

    record(RoleCreated(role=role.name), by=by, on=role)
    return role
