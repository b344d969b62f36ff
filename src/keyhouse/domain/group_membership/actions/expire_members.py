"""End memberships whose day has come."""

from collections.abc import Iterable

from django.db import transaction

from keyhouse.domain.groups.events import MembershipsExpired
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def expire_members(*, by: Actor, group: PersonGroup, people: Iterable[int]) -> list[int]:
    """Tidy away places in a group that are over; they counted for nothing any more already. Raises NotAllowed."""
    authorize(by, Permission.GROUPS_MANAGE, on=facts_of(group.organization_id))

    rows = GroupMember.objects.of(group.organization_id).filter(group=group, until__lte=clock.now())
    late = rows.filter(person_id__in=list(people))
    gone = list(late.order_by("person_id").values_list("person_id", flat=True))
    late.delete()

    if gone:
        named = [str(one) for one in gone]
        record(MembershipsExpired(group=group.name, number=len(gone), people=named), by=by, on=group)
    return gone
