"""What can have happened to admin roles."""

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
