"""Rules about grants that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotAllowed


class NoTasks(Invalid):
    """A grant names at least one task."""

    code = "no_tasks"
    message = _("No task is chosen for the type {type}.")
    step = _("Choose at least one task.")
    field = "tasks"


class NoSuchTask(Invalid):
    """A task is one of those of the asset's type."""

    code = "no_such_task"
    message = _("There is no task {task} on the type {type}.")
    field = "tasks"


class NoAssets(Invalid):
    """A grant names at least one asset."""

    code = "no_assets"
    message = _("No asset is chosen.")
    field = "assets"


class MoreThanOwnAccess(NotAllowed):
    """Nobody hands out more than she has."""

    code = "more_than_own_access"
    message = _("You can't give more than you have on {asset}.")


class EndInThePast(Invalid):
    """A grant ends in the future."""

    code = "end_in_the_past"
    message = _("The end date has passed already.")
    field = "until"


class NotInThePortfolio(Conflict):
    """A grant counts only through a place in the portfolio."""

    code = "subject_not_in_portfolio"
    message = _("This person isn't in {portfolio}.")
    step = _("Invite the person first.")


class ComesFromElsewhere(Conflict):
    """Tasks that come from a group, a preset or full control are taken away there."""

    code = "comes_from_elsewhere"
    message = _("There is nothing to take away here: the access to {asset} comes from elsewhere.")
    step = _("Open Why to see from where.")
