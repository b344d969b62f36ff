"""The rules about locks that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, NotAllowed


class NotLocked(Conflict):
    """Only a locked account is unlocked."""

    code = "not_locked"
    message = _("The account {email} isn't locked.")


class AdministratorLooksFirst(NotAllowed):
    """An administrator looks first where the alert says so, or where the domain of the address isn't verified."""

    code = "administrator_looks_first"
    message = _("An administrator looks at this lock first.")
    step = _("Ask an administrator of {organization}.")
