"""What can have happened to admin roles and to the log."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class RolesPaused(Event):
    """The admin roles of a person who left were suspended."""

    tag = "person.roles.paused"
    title = _("Role removed")
    sentence = _("The admin roles of {email} were suspended: {roles}.")
    personal = frozenset({"email"})
    email: str
    roles: str


@dataclass(frozen=True, kw_only=True)
class RolesResumed(Event):
    """The admin roles of a person who came back were given again."""

    tag = "person.roles.restored"
    title = _("New role assigned")
    sentence = _("{actor} gave {email} the admin roles back: {roles}.")
    personal = frozenset({"email"})
    email: str
    roles: str


@dataclass(frozen=True, kw_only=True)
class RoleCreated(Event):
    """A role was created."""

    tag = "administration.role.created"
    title = _("Role created")
    sentence = _("{actor} created the role {role}.")
    role: str


@dataclass(frozen=True, kw_only=True)
class RoleEdited(Event):
    """A role was edited; its holders gained and lost at once."""

    tag = "administration.role.edited"
    title = _("Role edited")
    sentence = _("{actor} edited the role {role}. Added: {added}. Taken away: {taken}.")
    role: str
    added: str
    taken: str


@dataclass(frozen=True, kw_only=True)
class RoleDeleted(Event):
    """A role was deleted; its holders lost it."""

    tag = "administration.role.deleted"
    title = _("Role deleted")
    sentence = _("{actor} deleted the role {role}; it was held by people: {people}, groups: {groups}.")
    role: str
    people: int
    groups: int


@dataclass(frozen=True, kw_only=True)
class RoleAssigned(Event):
    """A person was given a role."""

    tag = "administration.role.assigned"
    title = _("New role assigned")
    sentence = _("{actor} gave {email} the role {role}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    role: str


@dataclass(frozen=True, kw_only=True)
class RoleRemoved(Event):
    """A role was taken from a person."""

    tag = "administration.role.removed"
    title = _("Role removed")
    sentence = _("{actor} took the role {role} from {email}.")
    personal = frozenset({"email"})
    email: str
    role: str


@dataclass(frozen=True, kw_only=True)
class RoleAssignedToGroup(Event):
    """A group was given a role: everybody in it holds it."""

    tag = "administration.group_role.assigned"
    title = _("New role assigned")
    sentence = _("{actor} gave the group {group} the role {role}.")
    outgoing = True
    group: str
    role: str


@dataclass(frozen=True, kw_only=True)
class RoleRemovedFromGroup(Event):
    """A role was taken from a group."""

    tag = "administration.group_role.removed"
    title = _("Role removed")
    sentence = _("{actor} took the role {role} from the group {group}.")
    group: str
    role: str


@dataclass(frozen=True, kw_only=True)
class RoleConfirmed(Event):
    """A role that slept was given back after a System admin confirmed it."""

    tag = "administration.role.confirmed"
    title = _("New role assigned")
    sentence = _("{actor} confirmed that {email} holds {role} again.")
    personal = frozenset({"email"})
    email: str
    role: str


def given(role: str, to: Person | PersonGroup) -> Event:
    """What the log says when a person or a group was given a role."""
    if isinstance(to, PersonGroup):
        return RoleAssignedToGroup(group=to.name, role=role)
    return RoleAssigned(email=to.email, role=role)


def taken(role: str, from_: Person | PersonGroup) -> Event:
    """What the log says when a role was taken from a person or a group."""
    if isinstance(from_, PersonGroup):
        return RoleRemovedFromGroup(group=from_.name, role=role)
    return RoleRemoved(email=from_.email, role=role)
