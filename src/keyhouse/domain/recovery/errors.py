"""The rules of getting back in that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict


class NobodyToRemind(Conflict):
    """A reminder goes to who still has to do something."""

    code = "nobody_to_remind"
    message = _("Everybody who needs a second factor has one.")


class RemindedADayAgo(Conflict):
    """People are reminded once a day at most."""

    code = "reminded_a_day_ago"
    message = _("A reminder was sent within the last 24 hours.")
