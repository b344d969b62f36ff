"""Delete a group."""

from django.db import transaction

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.group_membership import queries
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.errors import ConnectionMakesMembers
from keyhouse.domain.groups.events import GroupDeleted
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def delete_group(*, by: Actor, group: PersonGroup) -> None:
    """Delete a group, and with it everything that it gave to its members.

    Raises NotAllowed, NoSuchGroup, ConnectionMakesMembers, GroupMakesAdmins, NeedsFreshSignIn,
    LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.GROUPS_MANAGE, on=facts_of(group.organization_id))

    group = groups.locked(group)
    if group.connection is not None:
        raise ConnectionMakesMembers(group=group.name, connection=group.connection.name)
    if broken := administration.why_not_members(by, group):
        raise broken
    queries.check_fresh(by, group)

    number = groups.number_of_members(group)
    record(GroupDeleted(group=group.name, number=number, used_by="nothing"), by=by, on=group)

    with queries.keeping_admins([group]):
        group.delete()
