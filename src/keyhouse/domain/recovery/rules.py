"""Rules of getting back in."""

from django.utils.translation import gettext_lazy as _

REMINDER, TITLE = "recovery.second_factor_reminder", _("Remind people of two-factor authentication")
