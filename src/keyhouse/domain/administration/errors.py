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


class RoleNeedsAdult(Invalid):
    """Administrators are 18 or older."""

    code = "role_needs_adult"
    message = _("Only people of 18 or older get an admin role.")
    step = _("Confirm that everybody who gets the role is 18 or older.")
    field = "adult"


class RoleEndsOutOfRange(Invalid):
    """A role for a time lasts at least an hour and at most a year."""

    code = "role_ends_out_of_range"
    message = _("A role can end in 1 hour at the earliest and in 365 days at the latest.")
    field = "until"


class NoHolderChosen(Invalid):
    """A role is given to somebody."""

    code = "no_holder_chosen"
    message = _("Choose at least one person or group.")


class RuleMayNotMakeAdmins(Conflict):
    """The rule of a dynamic group makes no administrators unless a System admin allows it."""

    code = "rule_may_not_make_admins"
    message = _("{group} is filled by a rule, so whoever matches would become an administrator.")
    step = _("Tick Allow rule to make admins if that is meant.")
    field = "allow"


class ProviderMayNotMakeAdmins(Conflict):
    """A group that an identity provider pushes carries no role unless a System admin allows it."""

    code = "provider_may_not_make_admins"
    message = _("{group} is filled by an identity provider, so it would decide who becomes an administrator.")
    step = _("Tick Allow rule to make admins if that is meant.")
    field = "allow"


class GroupMakesAdmins(NotAllowed):
    """Who is in a group that carries an admin role is a System admin's to decide."""

    code = "group_makes_admins"
    message = _("{group} carries the admin role {role}: only a System admin decides who is in it.")
    step = _("Ask a System admin.")


class GroupOfOwn(NotAllowed):
    """Nobody joins a group that carries an admin role by her own hand."""

    code = "group_of_own"
    message = _("{group} carries the admin role {role}: you can't add yourself. Ask another System admin.")


class RoleIsDefault(Conflict):
    """A default role is what it is."""

    code = "role_is_default"
    message = _("{role} is a default role: it can't be edited or deleted.")


class RoleNameNeeded(Invalid):
    """A role has a name."""

    code = "role_name_needed"
    message = _("The role needs a name.")
    field = "name"


class RoleNameTaken(Conflict):
    """Another role of the organization has this name."""

    code = "role_name_taken"
    message = _("There is already a role named {name}.")
    field = "name"


class RoleAllowsNothing(Invalid):
    """A role allows something."""

    code = "role_allows_nothing"
    message = _("Choose at least one permission.")


class MoreThanYouHold(NotAllowed):
    """Nobody puts more into a role that others hold than she holds herself."""

    code = "more_than_you_hold"
    message = _("You can't add what you don't hold yourself: {permissions}.")
    step = _("Ask a System admin.")


class ReservedRight(Invalid):
    """Some rights belong to System admins alone, and a role knows the permissions of panels only."""

    code = "reserved_right"
    message = _("A custom role can't hold {permission}.")


class RoleInPresets(Conflict):
    """A role that people presets give is taken out of them before it is deleted."""

    code = "role_in_presets"
    message = _("{role} is part of a people preset. Take it out there first.")
