"""The rules of activating an account that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotAllowed


class AlreadyActive(Conflict):
    """The account was activated before."""

    code = "already_active"
    message = _("The account {email} is already active.")


class NotToActivate(NotAllowed):
    """The account can't be activated as it stands."""

    code = "not_to_activate"
    message = _("The account {email} can't be activated now.")
    step = _("Ask an administrator of {organization}.")


class AddressStillElsewhere(Conflict):
    """Another account still holds the address."""

    code = "address_still_elsewhere"
    message = _("{email} still belongs to an account of another organization, which must be given up first.")


class ActivatesBySignOn(Conflict):
    """Whoever signs in through the organization activates by that."""

    code = "activates_by_sign_on"
    message = _("You activate this account by signing in with {connection}.")


class TooYoung(Invalid):
    """Business tools are for people of 16 and older, administration for 18 and older."""

    code = "too_young"
    message = _("You must be {years} or older to use this account.")
    field = "born"


class SecondFactorMissing(Invalid):
    """The account needs a second factor before it is active."""

    code = "second_factor_missing"
    message = _("This account needs an authenticator app. Set it up to go on.")


class LoginExists(Conflict):
    """There is a login for the address already."""

    code = "login_exists"
    message = _("{email} already has a login. Sign in with it to accept.")
