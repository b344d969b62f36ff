"""The rules of leaving and coming back that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict


class OnHold(Conflict):
    """An administrator holds the account against the connection."""

    code = "account_on_hold"
    message = _("An administrator holds the account of {email}: it stays as it is until the hold is lifted.")


class TooLate(Conflict):
    """The account can't be brought back any more."""

    code = "too_late_to_reactivate"
    message = _("The account of {email} was deactivated more than {days} days ago.")


class AddressMoved(Conflict):
    """The address has gone to another account meanwhile."""

    code = "address_moved"
    message = _("{email} belongs to another account now. Choose a new address first.")


class AccountClaimed(Conflict):
    """The connection doesn't delete accounts that were activated."""

    code = "account_claimed"
    message = _("account is claimed; set active to false")


class DeactivateFirst(Conflict):
    """An activated account is deactivated before it is deleted."""

    code = "deactivate_first"
    message = _("The account of {email} is {state}: deactivate it before you delete it.")
