"""What groups do by themselves: apply rules piece by piece and day by day, and tidy memberships that are over."""

import dataclasses
import datetime as dt

from keyhouse.domain.group_membership import actions, queries
from keyhouse.domain.group_membership.rules import SETTLING
from keyhouse.domain.groups import queries as groups
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.jobs import scheduled
from keyhouse.foundation.long_work import Skipped, handler
from keyhouse.foundation.long_work.models import LongWork, LongWorkRow
from keyhouse.foundation.permissions import Actor, Permission, system_actor


@handler(SETTLING, needs=Permission.GROUPS_VIEW)
def apply_piece(by: Actor, work: LongWork, row: LongWorkRow) -> Skipped | None:
    """Apply the rule that a group has now to a slice of people; whoever changed it was allowed to when she did."""
    group = groups.group(work.organization_id, int(work.arguments["group"]))
    system = dataclasses.replace(system_actor(work.organization_id), correlation=by.correlation)
    settled = actions.apply_rule(by=system, group=group, first=row.data["first"], end=row.data["end"])
    row.reason = queries.said(settled)
    return None


@scheduled(every=dt.timedelta(minutes=10))
def end_memberships(*, organization_id: int | None) -> None:
    """Take people out of groups whose time there is over."""
    for group, people in queries.overdue().items():
        actions.expire_members(by=system_actor(group.organization_id), group=group, people=people)


@scheduled(every=dt.timedelta(minutes=15))
def apply_rules_of_the_day(*, organization_id: int | None) -> None:
    """Apply each rule once after midnight where its organization is: rules may look at today."""
    for group in queries.not_settled_today():
        by = system_actor(group.organization_id)
        for first, end in queries.slices(group.organization_id):
            try:
                actions.apply_rule(by=by, group=group, first=first, end=end)
            except BrokenRule:  # the last System admin stays in it; the next day tries again
                continue
