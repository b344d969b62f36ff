"""The addresses of Two-factor authentication."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens import two_factor_authentication
from keyhouse.ui import page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("two-factor-authentication/", two_factor_authentication.index, needs=Permission.TWO_FACTOR_VIEW,
         name="two_factor_authentication"),
    page("two-factor-authentication/export/", two_factor_authentication.export, needs=Permission.TWO_FACTOR_VIEW,
         name="two_factor_export"),
    page("two-factor-authentication/reminder/", two_factor_authentication.remind,
         needs=Permission.TWO_FACTOR_MANAGE, name="two_factor_reminder", methods=["POST"]),
    page("people/<id:person>/emergency-code/", two_factor_authentication.emergency_code,
         needs=Permission.TWO_FACTOR_MANAGE, name="person_emergency_code"),
]
# fmt: on
