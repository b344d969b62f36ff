"""Change the rule of a dynamic group."""

from django.db import transaction

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.group_membership import queries
from keyhouse.domain.group_membership.actions.apply_rule import apply_rule
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.errors import NoRuleHere
from keyhouse.domain.groups.events import RuleChanged
from keyhouse.domain.groups.models import GroupRule, PersonGroup
from keyhouse.domain.groups.rules import Rule
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.long_work.beginning import begin
from keyhouse.foundation.long_work.models import LongWork
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def change_rule(*, by: Actor, group: PersonGroup, rule: Rule) -> LongWork | None:
    """Give a dynamic group a rule, the same one too, and compute anew who is in it: by long work, which is answered.

    A group that carries an admin role is computed at once, so that the change can be refused as a whole. Raises
    NotAllowed, NoSuchGroup, NoRuleHere, RuleIsBroken, GroupMakesAdmins, NeedsFreshSignIn, LastSystemAdmin.
    """
    authorize(by, Permission.GROUPS_MANAGE, on=facts_of(group.organization_id))

    group, stored = groups.locked(group), GroupRule.objects.of(group.organization_id).select_for_update()
    kept = stored.filter(group=group).first()
    if kept is None:
        raise NoRuleHere(group=group.name)
    if broken := queries.why_not_rule(group.organization, rule) or administration.why_not_members(by, group):
        raise broken
    makes_admins = queries.check_fresh(by, group)

    before, kept.rule, kept.looks_at_today = kept.rule, rule.as_json(), rule.looks_at_today
    kept.changed_at, kept.settled_at = clock.now(), None
    work = None if makes_admins else begin(by=by, **queries.settling(group))
    kept.work_id = work.id if work else None
    kept.save(update_fields=["rule", "looks_at_today", "changed_at", "settled_at", "work_id"])
    if makes_admins:
        apply_rule(by=by, group=group)

    count = groups.matching(group.organization, rule).count()
    record(RuleChanged(group=group.name, count=count, before=before, after=kept.rule), by=by, on=group)
    return work
