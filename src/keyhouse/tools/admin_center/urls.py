"""The addresses of Admin Center: each screen with the permission that shows it."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.menu import ANY_PANEL
from keyhouse.tools.admin_center.screens import home, security_logs
from keyhouse.ui import page

app_name = "admin_center"

urlpatterns = [
    page("", home.index, needs=ANY_PANEL, name="home"),
    # People

    # Identity providers

    # Admin roles

    # Domain verification

    # Single sign-on

    # Security logs
    page("security-logs/", security_logs.index, needs=Permission.LOGS_VIEW, name="security_logs"),
    page("security-logs/<id:event>/", security_logs.detail, needs=Permission.LOGS_VIEW, name="security_log"),
    page("security-logs/export/", security_logs.export, needs=Permission.LOGS_MANAGE, name="security_log_export"),
    page("security-logs/verification/", security_logs.verification, needs=Permission.LOGS_VIEW,
         name="security_log_verification", methods=["POST"]),
]
