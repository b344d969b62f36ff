"""The rules about alerts that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class NoSuchAlert(NotFound):
    """There is no such alert here."""

    code = "no_such_alert"
    message = _("This alert doesn't exist.")


class AlertClosed(Conflict):
    """A closed alert stays closed; the same cause raises a new one."""

    code = "alert_closed"
    message = _("This alert is closed.")


class CloseReasonMissing(Invalid):
    """Who closes an alert says why."""

    code = "close_reason_missing"
    message = _("Say why the alert is closed.")
    field = "reason"


class OwnerMayNotWorkOnAlerts(Invalid):
    """Only who may work on alerts owns one."""

    code = "owner_may_not_work_on_alerts"
    message = _("{name} may not work on alerts. Give a role with that permission first.")
    field = "owner"
