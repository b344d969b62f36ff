"""The addresses of Security settings."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens import security_settings
from keyhouse.ui import page

urlpatterns = [
    page(
        "security-settings/",
        security_settings.index,
        needs=Permission.SECURITY_SETTINGS_VIEW,
        name="security_settings",
    ),
]
