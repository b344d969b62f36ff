"""The rules about connections that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, NotFound


class NoSuchConnection(NotFound):
    """There is no such connection, for the one who asks."""

    code = "no_such_connection"
    message = _("This connection doesn't exist, or you can't see it.")


class ConnectionNameTaken(Conflict):
    """Another connection of this kind has the name."""

    code = "connection_name_taken"
    message = _("There is already a connection named {name}.")
