"""What waits for the clock: memberships that are over, and rules that a new day may change."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils.translation import gettext as _

from keyhouse.domain.group_membership.rules import SETTLING, Settled
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.models import GroupMember, GroupRule, PersonGroup
from keyhouse.foundation import clock
from keyhouse.foundation.long_work import NewRow

SLICE = 2000


def overdue(limit: int = 1000) -> dict[PersonGroup, list[int]]:
    """The people whose place in a group is over, by group; it counts for nothing any more already."""
    rows = GroupMember.objects.everywhere(reason="the clock is the same for every organization")
    found: dict[PersonGroup, list[int]] = {}
    late = rows.filter(until__lte=clock.now()).select_related("group__organization").order_by("group_id", "id")
    for place in late[:limit]:
        found.setdefault(place.group, []).append(place.person_id)
    return found


def not_settled_today() -> list[PersonGroup]:
    """The dynamic groups whose rule was not applied since the day began where their organization is."""
    rows = GroupRule.objects.everywhere(reason="each organization has its own midnight")
    known = rows.select_related("group__organization").order_by("organization_id", "group_id")
    return [one.group for one in known if _is_of_yesterday(one)]


def _is_of_yesterday(rule: GroupRule) -> bool:
    organization = rule.group.organization
    if rule.settled_at is None:
        return True
    return rule.settled_at.astimezone(ZoneInfo(organization.time_zone)).date() < groups.today_of(organization)


def slices(organization_id: int) -> Iterator[tuple[int, int | None]]:
    """The people of an organization in slices of ids: the first id of each, and that of the next, None at the end."""
    ids = groups.everybody(organization_id).order_by("id").values_list("id", flat=True)
    firsts = [0, *list(ids)[SLICE::SLICE]]
    yield from zip(firsts, [*firsts[1:], None], strict=True)


def settling(group: PersonGroup) -> dict[str, Any]:
    """The long work that applies the rule of a group, as it is asked for: a row for each slice of people."""
    label = str(_("People from number {first} on"))
    rows = (
        NewRow(label=label.format(first=number * SLICE + 1), data={"first": first, "end": end})
        for number, (first, end) in enumerate(slices(group.organization_id))
    )
    title = str(_("Update rule of {group}")).format(group=group.name)
    return {"kind": SETTLING, "title": title, "rows": rows, "arguments": {"group": str(group.id)}}


def said(settled: Settled) -> str:
    """How many joined and left, as the result of a slice says it."""
    joined, left = len(settled.joined), len(settled.left)
    return str(_("{joined} joined, {left} left.")).format(joined=joined, left=left)


def between(column: str, first: int, end: int | None) -> Q:
    """The condition that an id lies in a slice."""
    within = Q(**{f"{column}__gte": first})
    return within if end is None else within & Q(**{f"{column}__lt": end})
