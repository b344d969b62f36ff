"""The rules of signing in that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Invalid, NotAllowed, NotFound


class PersonNotActive(NotAllowed):
    """The account is not active, so it opens nothing."""

    code = "person_not_active"
    message = _("This account isn't active.")


class OrganizationSuspended(NotAllowed):
    """The organization is suspended, and so is everybody in it."""

    code = "organization_suspended"
    message = _("{organization} is suspended.")


class NotStartedYet(NotAllowed):
    """The account is ready, but its first day is still to come."""

    code = "not_started_yet"
    message = _("This account can be used from {day} on.")


class ConnectionOff(NotAllowed):
    """The connection that someone came through is switched off, or is not of her organization."""

    code = "connection_off"
    message = _("The connection “{connection}” is off.")


class TokenNotFound(NotFound):
    """There is no such token here."""

    code = "token_not_found"
    message = _("This token doesn't exist, or was revoked.")


class UnknownTokenPermission(Invalid):
    """A token was asked for with a permission that does not exist."""

    code = "unknown_token_permission"
    message = _("There is no permission {name}.")


class MoreThanOwnPermissions(NotAllowed):
    """Nobody hands out by a token what she does not hold herself."""

    code = "more_than_own_permissions"
    message = _("You can't give a token the permission {name}, because you don't have it.")


class ForeignNetwork(NotAllowed):
    """A token was shown from outside of the networks from which it opens anything."""

    code = "foreign_network"
    message = _("This token may not be used from {address}: it isn't in the allowed networks.")
