"""Questions about who may be in a group, and what a group gives."""

import datetime as dt
from collections.abc import Iterable

from keyhouse.domain.groups import errors
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.domain.groups.rules import FIELDS, LONGEST_NAME, Field, Rule
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person, PersonKind
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, ActorKind, Facts, Permission


def facts_for(by: Actor, group: PersonGroup) -> Facts:
    """What permissions about a group are decided on: whose it is, and whether the actor owns it."""
    owns_it = group.is_static and groups.is_owner(group, by.person_id)
    return Facts(organization_id=group.organization_id, owns_it=owns_it)


def roles_given_by(group: PersonGroup) -> list[str]:
    """The names of the admin roles that the members of a group hold by it."""
    return []


def why_not_members(by: Actor, group: PersonGroup, people: Iterable[Person]) -> BrokenRule | None:
    """Why this actor can't change by hand whether these people are in a group."""
    if group.is_dynamic:
        return errors.RuleMakesMembers(group=group.name)
    if group.is_provisioned:
        connection = group.connection.name if group.connection else ""
        return errors.ConnectionMakesMembers(group=group.name, connection=connection)
    for person in people:
        if person.organization_id != group.organization_id or person.kind != PersonKind.WORK:
            return errors.NotInOrganization(name=person.name)
    return why_not_administrators(by, group)


def why_not_administrators(by: Actor, group: PersonGroup) -> BrokenRule | None:
    """Why this actor can't decide who is in a group: it gives admin roles, and she is no System admin."""
    roles = roles_given_by(group)
    trusted = by.kind in (ActorKind.OPERATOR, ActorKind.SYSTEM) or Permission.ASSIGN_ADMIN_ROLES in by.permissions
    return errors.GivesAdminRoles(group=group.name, roles=", ".join(roles)) if roles and not trusted else None


def why_not_herself(by: Actor, group: PersonGroup, people: Iterable[Person]) -> BrokenRule | None:
    """Why somebody can't come into a group by her own hand: it would make her an administrator."""
    roles = roles_given_by(group) if any(person.id == by.person_id for person in people) else []
    return errors.OwnAdminRole(group=group.name, roles=", ".join(roles)) if roles else None


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


def overdue(limit: int = 1000) -> list[GroupMember]:
    """Places whose end has passed, of all organizations; they count for nothing any more already."""
    rows = GroupMember.objects.everywhere(reason="the clock is the same for every organization")
    return list(rows.filter(until__lte=clock.now()).select_related("group").order_by("group_id", "id")[:limit])
