"""The addresses of Security alerts."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens import security_alerts
from keyhouse.ui import page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("security-alerts/", security_alerts.index, needs=Permission.ALERTS_VIEW, name="security_alerts"),
    page("security-alerts/export/", security_alerts.export, needs=Permission.ALERTS_VIEW,
         name="security_alert_export"),
    page("security-alerts/<id:alert>/", security_alerts.detail, needs=Permission.ALERTS_VIEW, name="security_alert"),
    page("security-alerts/<id:alert>/taking/", security_alerts.take, needs=Permission.ALERTS_MANAGE,
         name="security_alert_taking", methods=["POST"]),
    page("security-alerts/<id:alert>/owner/", security_alerts.assign, needs=Permission.ALERTS_MANAGE,
         name="security_alert_owner"),
    page("security-alerts/<id:alert>/closing/", security_alerts.closing, needs=Permission.ALERTS_MANAGE,
         name="security_alert_closing"),
    page("people/<id:person>/unlocking/", security_alerts.unlock, needs=Permission.ALERTS_MANAGE,
         name="person_unlocking", methods=["POST"]),
]
# fmt: on
