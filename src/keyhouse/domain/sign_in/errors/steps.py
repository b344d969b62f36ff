"""The rules of a sign-in under way that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, NotAllowed, NotFound


class StepExpired(Conflict):
    """A sign-in is finished in its order, in one browser, and within a quarter of an hour."""

    code = "step_expired"
    message = _("This sign-in is over: it took too long, had too many tries, or was begun in another browser.")
    step = _("Start again with your email.")


class TooManySignIns(NotAllowed):
    """One place may ask for twenty addresses in a minute."""

    code = "too_many_sign_ins"
    message = _("Too many sign-ins were started from here within a minute.")
    step = _("Wait a minute and try again.")


class SessionNotFound(NotFound):
    """There is no such session here."""

    code = "session_not_found"
    message = _("This session doesn't exist, or has ended.")
