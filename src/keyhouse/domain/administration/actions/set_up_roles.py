"""Give an organization its default roles."""

from django.db import transaction

from keyhouse.domain.administration import rules
from keyhouse.domain.administration.events import RoleCreated
from keyhouse.domain.administration.models import SYSTEM_ADMIN, Role
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def set_up_roles(*, by: Actor, organization: Organization) -> Role:
    """Make the default roles that the organization doesn't have yet, and return System admin. Raises NotAllowed."""
    authorize(by, Permission.ORGANIZATION_SET_UP, on=facts_of(organization.id))

    rows = Role.objects.of(organization)
    known = set(rows.exclude(code="").values_list("code", flat=True))

    for code, template in rules.DEFAULT_ROLES.items():
        if code not in known:
            name, is_all = str(template.name), code == SYSTEM_ADMIN
            given = rules.SYSTEM_ADMIN_PERMISSIONS if is_all else template.permissions
            made = rows.create(
                code=code,
                name=name,
                name_folded=name.casefold(),
                description=str(template.description),
                permissions=sorted(one.value for one in given),
                made_at=clock.now(),
            )
            record(RoleCreated(role=name), by=by, on=made)

    return rows.get(code=SYSTEM_ADMIN)
