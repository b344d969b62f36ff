"""What can be done with figures."""

from keyhouse.domain.insights.actions.export_figures import export_figures
from keyhouse.domain.insights.actions.send_reminder import send_reminder

__all__ = ["export_figures", "send_reminder"]
