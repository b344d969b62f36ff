"""Add people to a static group."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from keyhouse.domain.group_membership import queries
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.events import MembersAdded, PersonJoinedGroup
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def add_members(
    *, by: Actor, group: PersonGroup, people: Iterable[Person], until: dt.datetime | None = None
) -> list[Person]:
    """Put people into a group, for good or until a moment; answers those for whom that changed anything.

    Raises NotAllowed, NoSuchGroup, RuleMakesMembers, ConnectionMakesMembers, NotInOrganization, EndIsPast; where the
    group carries an admin role GroupMakesAdmins, GroupOfOwn, RoleNeedsVerifiedDomain, NeedsFreshSignIn, NeedsApproval,
    LastSystemAdmin.
    """
    authorize(by, Permission.GROUP_MEMBERS_CHANGE, on=queries.facts_for(by, group))

    group, wanted = groups.locked(group), {person.id: person for person in people}
    if broken := queries.why_not_join(by, group, wanted.values()) or queries.why_not_until(until):
        raise broken
    queries.check_admins(by, group, wanted.values(), until)

    rows = GroupMember.objects.of(group.organization_id)
    there = {place.person_id: place for place in rows.filter(group=group, person_id__in=wanted)}
    changed = [one for one in wanted.values() if one.id not in there or there[one.id].until != until]
    with queries.keeping_admins([group]):
        rows.filter(group=group, person__in=changed).update(until=until)
    rows.bulk_create(
        GroupMember(group=group, person=one, until=until, paused=one.state == PersonState.DEACTIVATED)
        for one in changed
        if one.id not in there
    )
    if not changed:
        return []

    end = until.isoformat() if until else ""
    if len(changed) == 1:
        record(
            PersonJoinedGroup(group=group.name, email=changed[0].email, until=end), by=by, on=changed[0], within=group
        )
    else:
        named = [str(one.id) for one in changed]
        record(MembersAdded(group=group.name, number=len(named), people=named, until=end), by=by, on=group)
    return changed
