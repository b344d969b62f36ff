"""What can have happened to alerts."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class AlertRaised(Event):
    """Something needs an administrator's attention."""

    tag = "security_alert.raised"
    title = _("Security alert raised")
    sentence = _("The alert “{alert}” was raised ({severity}).")
    outgoing = True
    alert: str
    kind: str
    severity: str


@dataclass(frozen=True, kw_only=True)
class AlertAssigned(Event):
    """An alert was given to somebody who looks at it."""

    tag = "security_alert.assigned"
    title = _("Security alert assigned")
    sentence = _("{actor} gave the alert “{alert}” to {owner}.")
    personal = frozenset({"owner"})
    alert: str
    owner: str


@dataclass(frozen=True, kw_only=True)
class AlertClosed(Event):
    """An alert was closed."""

    tag = "security_alert.closed"
    title = _("Security alert closed")
    sentence = _("{actor} closed the alert “{alert}”: {reason}.")
    alert: str
    reason: str
