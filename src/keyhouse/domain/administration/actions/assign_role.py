"""Give a person or a group an admin role."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.administration import queries, rules
from keyhouse.domain.administration.errors import NoHolderChosen
from keyhouse.domain.administration.events import given
from keyhouse.domain.administration.models import Role, RoleHolder
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.rules import Change
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, require_fresh


@transaction.atomic
def assign_role(
    *,
    by: Actor,
    role: Role,
    person: Person | None = None,
    group: PersonGroup | None = None,
    until: dt.datetime | None = None,
    allow: bool = False,
) -> RoleHolder:
    """Give a person or a group of the organization a role, for good or until a moment.

    `allow` lets the rule of a dynamic group, or the provider of a pushed one, make administrators. Raises NotAllowed,
    NeedsFreshSignIn, NeedsApproval, and what `why_not_person` and `why_not_group` say.
    """
    authorize(by, Permission.ASSIGN_ADMIN_ROLES, on=facts_of(role.organization_id))
    require_fresh(by, within=organizations.fresh_within(role.organization_id))

    if broken := rules.why_not_until(until) or _why_not(by, role, person, group, allow):
        raise broken
    organizations.require_second_admin(
        by=by,
        deed=rules.deed_of_assigning(role),
        organization=role.organization_id,
        arguments=rules.assignment(role, [one for one in (person, group) if one is not None], until, allow),
        summary=[Change((person or group or role).name, "–", rules.told(role, until))],
    )

    holder: RoleHolder = RoleHolder.objects.of(role.organization_id).create(
        role=role, person=person, group=group, until=until, given_by_id=by.person_id, given_at=clock.now()
    )
    if group is not None and allow and not group.may_make_admins:
        PersonGroup.objects.of(group.organization_id).filter(id=group.id).update(may_make_admins=True)

    record(given(role.name, holder.subject), by=by, on=holder.subject)
    return holder


def _why_not(by: Actor, role: Role, person: Person | None, group: PersonGroup | None, allow: bool) -> BrokenRule | None:
    if person is not None:
        return queries.why_not_person(by, role, person)
    return queries.why_not_group(by, role, group, allow=allow) if group else NoHolderChosen()
