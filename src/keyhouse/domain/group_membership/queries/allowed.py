"""Whether somebody may be in a group, and who decides that."""

import datetime as dt
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager, nullcontext

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.groups import errors
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.groups.rules import FIELDS, LONGEST_NAME, Field, Rule
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.organizations.rules import Change, Deed
from keyhouse.domain.people.models import Person, PersonKind
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, Facts, require_fresh


def facts_for(by: Actor, group: PersonGroup) -> Facts:
    """What permissions about a group are decided on: whose it is, and whether the actor owns it."""
    owns_it = group.is_static and groups.is_owner(group, by.person_id)
    return Facts(organization_id=group.organization_id, owns_it=owns_it)


def why_not_by_hand(group: PersonGroup) -> BrokenRule | None:
    """Why nobody decides by hand who is in a group: its rule does, or its connection."""
    if group.is_dynamic:
        return errors.RuleMakesMembers(group=group.name)
    if group.is_provisioned:
        connection = group.connection.name if group.connection else ""
        return errors.ConnectionMakesMembers(group=group.name, connection=connection)
    return None


def why_not_join(by: Actor, group: PersonGroup, people: Collection[Person]) -> BrokenRule | None:
    """Why this actor can't put these people into a group."""
    if broken := why_not_by_hand(group):
        return broken
    for person in people:
        if person.organization_id != group.organization_id or person.kind != PersonKind.WORK:
            return errors.NotInOrganization(name=person.name)
    return administration.why_not_members(by, group, people)


def why_not_leave(by: Actor, group: PersonGroup) -> BrokenRule | None:
    """Why this actor can't take people out of a group."""
    return why_not_by_hand(group) or administration.why_not_members(by, group)


def why_not_name(group: PersonGroup | None, organization_id: int, name: str) -> BrokenRule | None:
    """Why a group can't have a name: it is none, too long, or another group has it."""
    if not 0 < len(name) <= LONGEST_NAME:
        return errors.GroupNameNeeded()
    other = groups.named(organization_id, name)
    is_other = other is not None and (group is None or other.id != group.id)
    return errors.GroupNameTaken(name=other.name) if other is not None and is_other else None


def why_not_rule(organization: Organization, rule: Rule | None) -> BrokenRule | None:
    """Why a rule can't be used: it names a manager who isn't there."""
    named = {int(one.value) for one in rule.conditions() if one.field is Field.MANAGER and one.value} if rule else set()
    there = set(groups.everybody(organization.id).filter(id__in=named).values_list("id", flat=True)) if named else named
    if missing := named - there:
        reason = errors.RuleIsBroken.NO_SUCH_VALUE.format(field=FIELDS[Field.MANAGER], value=min(missing))
        return errors.RuleIsBroken(reason=reason)
    return None


def why_not_until(until: dt.datetime | None) -> BrokenRule | None:
    """Why a membership can't end so: the moment has passed."""
    return errors.EndIsPast() if until is not None and until <= clock.now() else None


def check_fresh(by: Actor, group: PersonGroup) -> bool:
    """Ask for a sign-in of a moment ago where a group carries admin roles; answers whether it does.

    Raises NeedsFreshSignIn.
    """
    if not administration.roles_carried_by(group):
        return False
    require_fresh(by, within=organizations.fresh_within(group.organization_id))
    return True


def check_admins(by: Actor, group: PersonGroup, people: Collection[Person], until: dt.datetime | None) -> None:
    """Ask for a fresh sign-in and a second administrator where joining a group makes administrators.

    Raises NeedsFreshSignIn, NeedsApproval.
    """
    if not check_fresh(by, group):
        return
    roles = ", ".join(role.name for role in administration.roles_carried_by(group))
    organizations.require_second_admin(
        by=by,
        deed=Deed.ADD_TO_ADMIN_GROUP if administration.carries_system_admin(group) else Deed.ADD_TO_ROLE_GROUP,
        organization=group.organization_id,
        arguments={
            "group": str(group.id),
            "people": [str(person.id) for person in people],
            "until": until.isoformat() if until else "",
        },
        summary=[Change(person.name, "–", f"{group.name}: {roles}") for person in people],
    )


def keeping_admins(groups: Iterable[PersonGroup]) -> AbstractContextManager[None]:
    """Refuse what happens inside when one of these groups makes System admins, and it takes the last one.

    Raises LastSystemAdmin, LastBreakGlass on leaving.
    """
    for group in groups:
        if administration.carries_system_admin(group):
            return administration.keeping_system_admin(group.organization_id)
    return nullcontext()
