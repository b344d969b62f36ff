"""What can have happened to admin roles and to the log."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

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
class RoleAssigned(Event):
    """A person was given a role."""

    tag = "administration.role.assigned"
    title = _("New role assigned")
    sentence = _("{actor} gave {email} the role {role}.")
    personal = frozenset({"email"})
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
class RoleConfirmed(Event):
    """A role that slept was given back after a System admin confirmed it."""

    tag = "administration.role.confirmed"
    title = _("New role assigned")
    sentence = _("{actor} confirmed that {email} holds {role} again.")
    personal = frozenset({"email"})
    email: str
    role: str


@dataclass(frozen=True, kw_only=True)
class LogExported(Event):
    """Lines of the security log were exported."""

    tag = "administration.log.exported"
    title = _("Log exported")
    sentence = _("{actor} exported the security log; lines: {count}.")
    count: int
