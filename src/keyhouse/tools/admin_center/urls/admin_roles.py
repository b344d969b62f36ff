"""The addresses of Admin roles."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens import admin_roles
from keyhouse.ui import page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("admin-roles/", admin_roles.index, needs=Permission.ROLES_VIEW, name="admin_roles"),
    page("admin-roles/<id:role>/", admin_roles.holders, needs=Permission.ROLES_VIEW, name="admin_role"),
    page("admin-roles/<id:role>/permissions/", admin_roles.permissions, needs=Permission.ROLES_VIEW,
         name="admin_role_permissions"),
    page("admin-roles/<id:role>/assigning/", admin_roles.choose, needs=Permission.ASSIGN_ADMIN_ROLES,
         name="admin_role_choosing"),
    page("admin-roles/<id:role>/assigning/review/", admin_roles.assign, needs=Permission.ASSIGN_ADMIN_ROLES,
         name="admin_role_assigning"),
    page("admin-roles/holders/<id:holder>/removal/", admin_roles.remove, needs=Permission.ASSIGN_ADMIN_ROLES,
         name="admin_role_removal"),
    page("admin-roles/holders/<id:holder>/confirmation/", admin_roles.confirm, needs=Permission.ASSIGN_ADMIN_ROLES,
         name="admin_role_confirmation", methods=["POST"]),
]
# fmt: on
