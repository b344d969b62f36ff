"""Remove people from a static group."""

from collections.abc import Iterable

from django.db import transaction

from keyhouse.domain.group_membership import queries
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.events import MembersRemoved, PersonLeftGroup
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def remove_members(*, by: Actor, group: PersonGroup, people: Iterable[Person]) -> list[Person]:
    """Take people out of a group, with all that it gave them; answers those who were in it.

    Raises NotAllowed, NoSuchGroup, RuleMakesMembers, ConnectionMakesMembers, GroupMakesAdmins, NeedsFreshSignIn,
    LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.GROUP_MEMBERS_CHANGE, on=queries.facts_for(by, group))

    group, wanted = groups.locked(group), {person.id: person for person in people}
    if broken := queries.why_not_leave(by, group):
        raise broken
    queries.check_fresh(by, group)

    rows = GroupMember.objects.of(group.organization_id).filter(group=group, person_id__in=wanted)
    gone = [wanted[one] for one in rows.order_by("id").values_list("person_id", flat=True)]
    with queries.keeping_admins([group]):
        rows.delete()
    if not gone:
        return []

    if len(gone) == 1:
        record(PersonLeftGroup(group=group.name, email=gone[0].email), by=by, on=gone[0], within=group)
    else:
        named = [str(one.id) for one in gone]
        record(MembersRemoved(group=group.name, number=len(named), people=named), by=by, on=group)
    return gone
