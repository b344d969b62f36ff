"""The rules of insights that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, NotFound


class NoSuchFigure(NotFound):
    """There is no such figure."""

    code = "no_such_figure"
    message = _("There is no figure {figure}.")


class NothingToRemindOf(Conflict):
    """Nobody stands behind this figure, or nobody of them can be reminded."""

    code = "nothing_to_remind_of"
    message = _("Nobody is to be reminded: {figure} has nobody now.")


class RemindedLately(Conflict):
    """The same people were reminded a short while ago."""

    code = "reminded_lately"
    message = _("These people were reminded within the last {hours} hours.")
