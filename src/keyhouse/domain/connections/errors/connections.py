"""The rules about connections that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class NoSuchConnection(NotFound):
    """There is no such connection, for the one who asks."""

    code = "no_such_connection"
    message = _("This connection doesn't exist, or you can't see it.")


class ConnectionNameTaken(Conflict):
    """Another connection of this kind has the name."""

    code = "connection_name_taken"
    message = _("There is already a connection named {name}.")


class WrongNetwork(Invalid):
    """An allowed network isn't written in CIDR notation."""

    code = "wrong_network"
    message = _("{network} isn't a network. Write it like 203.0.113.0/24 or 2001:db8::/32, one a line.")


class PermissionNotGivenHere(Invalid):
    """An integration made in this place can't have this permission from this administrator."""

    code = "permission_not_given_here"
    message = _("An integration made here can't have the permission: {permission}.")
