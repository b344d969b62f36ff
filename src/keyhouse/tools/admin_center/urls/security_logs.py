"""The addresses of Security logs."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens import security_logs
from keyhouse.ui import page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("security-logs/", security_logs.index, needs=Permission.LOGS_VIEW, name="security_logs"),
    page("security-logs/<id:event>/", security_logs.detail, needs=Permission.LOGS_VIEW, name="security_log"),
    page("security-logs/export/", security_logs.export, needs=Permission.LOGS_MANAGE, name="security_log_export"),
    page("security-logs/verification/", security_logs.verification, needs=Permission.LOGS_VIEW,
         name="security_log_verification", methods=["POST"]),
]
# fmt: on
