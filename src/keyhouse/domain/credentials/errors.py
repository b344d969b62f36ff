"""The rules of passwords, codes and links that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotAllowed, NotFound


class PasswordTooShort(Invalid):
    """A password has as many characters of four kinds as the organization asks, or 14 of any kind where it allows."""

    code = "password_too_short"
    message = _("Use {policy}")
    field = "password"


class PasswordTooCommon(Invalid):
    """A password that many people use, or that names its owner, is guessed first."""

    code = "password_too_common"
    message = _("This password is easy to guess. Choose one that isn't a common word, a pattern or part of your name.")
    field = "password"


class PasswordTooLong(Invalid):
    """A password has at most 200 characters."""

    code = "password_too_long"
    message = _("Use at most 200 characters.")
    field = "password"


class PasswordNotUsed(NotAllowed):
    """Someone who signs in by single sign-on has no password here."""

    code = "password_not_used"
    message = _("You sign in by single sign-on, so there is no password to set here.")


class WrongPassword(Invalid):
    """The address or the password is wrong; which of the two is never said."""

    code = "wrong_password"
    message = _("Email or password is wrong.")


class WrongCode(Invalid):
    """The security code or recovery code is wrong, was used before, or came too late."""

    code = "wrong_code"
    message = _("This code is wrong or was used before. Enter the newest one.")
    field = "code"


class StrongerSignInNeeded(NotAllowed):
    """What is asked for needs a sign-in with the second factor that is set."""

    code = "stronger_sign_in_needed"
    message = _("Sign out and sign in again with your security code to change it.")


class LinkNotFound(NotFound):
    """There is no such link."""

    code = "link_not_found"
    message = _("This link isn't valid. Check that you opened the whole address.")


class LinkExpired(Conflict):
    """The link was good, and its time is over."""

    code = "link_expired"
    message = _("This link expired on {day}.")


class LinkUsed(Conflict):
    """The link has done its work, once."""

    code = "link_used"
    message = _("This link was already used.")


class LinkReplaced(Conflict):
    """A newer link took the place of this one."""

    code = "link_replaced"
    message = _("This link was replaced by a newer one on {day}.")


class NothingToActivate(Conflict):
    """An activation link is for an account that is not active yet."""

    code = "nothing_to_activate"
    message = _("The account {email} is {state}, so there is nothing to activate.")


class CodeNotForHerself(NotAllowed):
    """Nobody issues an emergency code for herself."""

    code = "code_not_for_herself"
    message = _("Ask another administrator: nobody issues an emergency code for herself.")


class NoSecondFactorYet(Conflict):
    """A code stands in for an app, so there must be one."""

    code = "no_second_factor_yet"
    message = _("{email} has no authenticator app. She sets one up at her next sign-in.")


class EmailCodeNotUsed(NotAllowed):
    """A code by email is taken only from whom it proves something more than the password."""

    code = "email_code_not_used"
    message = _("A code by email can't be used for this account. Use your app or a recovery code.")
