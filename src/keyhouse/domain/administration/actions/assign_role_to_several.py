"""Give several people and groups an admin role together."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from keyhouse.domain.administration import queries, rules
from keyhouse.domain.administration.actions.assign_role import assign_role
from keyhouse.domain.administration.errors import NoHolderChosen, RoleNeedsAdult
from keyhouse.domain.administration.models import Role, RoleHolder
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.rules import Change
from keyhouse.domain.people.models import Person
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, require_fresh


@transaction.atomic
def assign_role_to_several(
    *,
    by: Actor,
    role: Role,
    subjects: Sequence[Person | PersonGroup],
    adult: bool,
    until: dt.datetime | None = None,
    allow: bool = False,
) -> list[RoleHolder]:
    """Give everybody chosen the role, or nobody; `adult` is the word that all of them are 18 or older.

    Where the policy asks for it, another administrator approves all of it at once. Raises what `assign_role` raises,
    NoHolderChosen, RoleNeedsAdult.
    """
    authorize(by, Permission.ASSIGN_ADMIN_ROLES, on=facts_of(role.organization_id))
    require_fresh(by, within=organizations.fresh_within(role.organization_id))

    if not subjects:
        raise NoHolderChosen()
    if not adult:
        raise RoleNeedsAdult()
    if broken := rules.why_not_until(until) or queries.why_not_several(by, role, subjects, allow=allow):
        raise broken
    organizations.require_second_admin(
        by=by,
        deed=rules.deed_of_assigning(role),
        organization=role.organization_id,
        arguments=rules.assignment(role, subjects, until, allow),
        summary=[Change(one.name, "–", rules.told(role, until)) for one in subjects],
    )

    return [
        assign_role(by=by, role=role, until=until, allow=allow, **rules.as_subject(subject)) for subject in subjects
    ]
