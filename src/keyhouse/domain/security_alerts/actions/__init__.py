"""What can be done about alerts."""

from keyhouse.domain.security_alerts.actions.assign_alert import assign_alert
from keyhouse.domain.security_alerts.actions.close_alert import close_alert
from keyhouse.domain.security_alerts.actions.raise_alert import raise_alert

__all__ = ["assign_alert", "close_alert", "raise_alert"]
