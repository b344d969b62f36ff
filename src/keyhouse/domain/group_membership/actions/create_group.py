"""Create a group of people."""

from django.db import transaction

from keyhouse.domain.group_membership import queries
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.events import GroupCreated
from keyhouse.domain.groups.models import GroupKind, GroupRule, PersonGroup
from keyhouse.domain.groups.rules import Rule
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.long_work.beginning import begin
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def create_group(
    *, by: Actor, organization: Organization, name: str, description: str = "", rule: Rule | None = None
) -> PersonGroup:
    """Make a group without members: a static one, or with a rule a dynamic one, which long work then fills.

    Raises NotAllowed, GroupNameNeeded, GroupNameTaken, RuleIsBroken.
    """
    authorize(by, Permission.GROUPS_MANAGE, on=facts_of(organization.id))

    name = groups.tidy(name)
    if broken := queries.why_not_name(None, organization.id, name) or queries.why_not_rule(organization, rule):
        raise broken

    group: PersonGroup = PersonGroup.objects.of(organization).create(
        name=name,
        name_folded=name.casefold(),
        description=description.strip()[:500],
        kind=GroupKind.DYNAMIC if rule else GroupKind.STATIC,
        made_at=clock.now(),
    )
    if rule is not None:
        work = begin(by=by, **queries.settling(group))
        GroupRule.objects.of(organization).create(
            group=group,
            rule=rule.as_json(),
            looks_at_today=rule.looks_at_today,
            changed_at=group.made_at,
            work_id=work.id,
        )

    record(GroupCreated(group=name, kind=group.kind), by=by, on=group)
    return group
