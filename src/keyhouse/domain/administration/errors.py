"""The rules about administrators that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict


class LastSystemAdmin(Conflict):
    """At least one active System admin must remain."""

    code = "last_system_admin"
    message = _("This is the last System admin. Give the role to another person first.")


class LastBreakGlass(Conflict):
    """At least one System admin must be able to sign in with a password."""

    code = "last_break_glass"
    message = _("This is the last System admin who can sign in with a password. Give another one a password first.")
