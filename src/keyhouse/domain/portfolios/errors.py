"""Rules about portfolios that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotAllowed


class PortfolioNameTaken(Conflict):
    """Two portfolios of an organization can't share a name."""

    code = "portfolio_name_taken"
    message = _("There is a portfolio named {name} already.")
    step = _("Choose another name.")


class NameMissing(Invalid):
    """A thing needs a name."""

    code = "name_missing"
    message = _("A name is missing.")


class AlreadyInPortfolio(Conflict):
    """A person has one place in a portfolio."""

    code = "already_in_portfolio"
    message = _("{person} is in {portfolio} already.")


class LastFullControl(Conflict):
    """A portfolio keeps at least one usable person with full control who isn't there for a time only."""

    code = "last_full_control"
    message = _("{person} is the last person with full control of {portfolio}.")
    step = _("Give full control to somebody else first.")


class NotInPortfolio(Conflict):
    """Only somebody who is in the portfolio can be changed there."""

    code = "not_in_portfolio"
    message = _("{person} isn't in {portfolio} any more.")


class TemporaryTooLong(Invalid):
    """Temporary access lasts from 3 to 75 days."""

    code = "temporary_days"
    message = _("Temporary access lasts from 3 to 75 days.")
    field = "temporary_days"


class SecondFactorNeeded(NotAllowed):
    """The portfolio asks for a second factor."""

    code = "second_factor_needed"
    message = _("{portfolio} opens only with a second factor.")
    step = _("Set up an authenticator app in your account, then sign in again.")


class ReasonMissing(Invalid):
    """What overrides others needs a reason that they can read."""

    code = "reason_missing"
    message = _("A reason is missing.")
    field = "reason"


class NotMasked(Conflict):
    """Only the rows of people who have left are masked."""

    code = "not_masked"
    message = _("This person isn't masked.")


class FullControlFirst(NotAllowed):
    """A System admin without a place in a portfolio takes full control of it before she does anything there."""

    code = "full_control_first"
    message = _("You have no place in {portfolio} yet.")
    step = _("Choose Take full control in the list of portfolios: it asks for a reason, and everybody there is told.")


class PlaceFromPreset(Conflict):
    """What a people preset gives is changed in the preset."""

    code = "place_from_preset"
    message = _("{person} is in {portfolio} through a people preset.")
    step = _("Change the preset in Admin Center instead.")
