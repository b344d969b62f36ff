"""Apply the rule of a dynamic group: a step of changing it, and of each new day."""

from django.db import transaction

from keyhouse.domain.group_membership import queries
from keyhouse.domain.group_membership.rules import Settled
from keyhouse.domain.groups import hot_members
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.events import MembersSettled
from keyhouse.domain.groups.models import GroupMember, GroupRule, PersonGroup
from keyhouse.domain.groups.rules import read
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def apply_rule(*, by: Actor, group: PersonGroup, first: int = 0, end: int | None = None) -> Settled:
    """Make everybody who matches a member and nobody else, among the people whose ids lie in a slice.

    A group that has no rule any more stays as it is. Raises NotAllowed, LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.GROUPS_MANAGE, on=facts_of(group.organization_id))

    kept = GroupRule.objects.of(group.organization_id).select_for_update().filter(group=group).first()
    if kept is None:
        return Settled()

    wanted = groups.matching(group.organization, read(kept.rule)).filter(queries.between("id", first, end))
    places = GroupMember.objects.of(group.organization_id).filter(queries.between("person_id", first, end), group=group)
    over = places.exclude(person_id__in=wanted.values("id"))
    with queries.keeping_admins([group]):
        left = list(over.values_list("person_id", flat=True))
        over.delete()
        joined = hot_members.fill(group.organization_id, group.id, wanted)
    if end is None:
        GroupRule.objects.of(group.organization_id).filter(id=kept.id).update(settled_at=clock.now())

    settled = Settled(joined=tuple(joined), left=tuple(left))
    if joined or left:
        record(MembersSettled(group=group.name, **settled.told()), by=by, on=group)
    return settled
