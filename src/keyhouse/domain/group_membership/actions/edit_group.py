"""Edit the name and the description of a group."""

from django.db import transaction

from keyhouse.domain.group_membership import queries
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.errors import ConnectionMakesMembers
from keyhouse.domain.groups.events import GroupEdited
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def edit_group(*, by: Actor, group: PersonGroup, name: str, description: str) -> PersonGroup:
    """Rename a group or describe it anew; what a connection pushes is named there.

    Raises NotAllowed, NoSuchGroup, ConnectionMakesMembers, GroupNameNeeded, GroupNameTaken.
    """
    authorize(by, Permission.GROUPS_MANAGE, on=facts_of(group.organization_id))

    group = groups.locked(group)
    wanted = {"name": groups.tidy(name), "description": description.strip()[:500]}
    if group.connection is not None and wanted["name"] != group.name:
        raise ConnectionMakesMembers(group=group.name, connection=group.connection.name)
    if broken := queries.why_not_name(group, group.organization_id, wanted["name"]):
        raise broken

    before = {field: getattr(group, field) for field in wanted if getattr(group, field) != wanted[field]}
    if not before:
        return group
    group.name, group.description, group.name_folded = *wanted.values(), wanted["name"].casefold()
    group.save(update_fields=["name", "name_folded", "description"])

    after = {field: wanted[field] for field in before}
    record(GroupEdited(group=group.name, fields=", ".join(before), before=before, after=after), by=by, on=group)
    return group
