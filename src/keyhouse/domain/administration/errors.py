"""The rules about admin roles and administrators that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotAllowed, NotFound


class LastSystemAdmin(Conflict):
    """At least one active System admin must remain."""

    code = "last_system_admin"
    message = _("This is the last System admin. Give the role to another person first.")


class LastBreakGlass(Conflict):
    """At least one System admin must be able to sign in with a password."""

    code = "last_break_glass"
    message = _("This is the last System admin who can sign in with a password. Give another one a password first.")


class NoSuchRole(NotFound):
    """There is no such role, or nobody holds it so."""

    code = "no_such_role"
    message = _("This role doesn't exist, or you can't see it.")


class OwnRole(NotAllowed):
    """Nobody gives a role to herself."""

    code = "own_role"
    message = _("You can't give a role to yourself. Ask another System admin.")


class RoleHeldAlready(Conflict):
    """The person holds the role."""

    code = "role_held_already"
    message = _("{name} already holds {role}.")


class RoleNeedsVerifiedDomain(Invalid):
    """An administrator's address must be on a verified or trusted domain."""

    code = "role_needs_verified_domain"
    message = _("{email} can't hold an admin role: {domain} is neither verified nor trusted.")
    step = _("Verify the domain first.")


class RoleNeedsUsableAccount(Invalid):
    """An account that was stopped gets no role."""

    code = "role_needs_usable_account"
    message = _("{name} can't get a role, because the account is {state}.")


class RoleFromElsewhere(Conflict):
    """A role that comes from a preset, a group or a relationship is taken away there."""

    code = "role_from_elsewhere"
    message = _("{name} holds {role} from {source}. Change that instead.")
