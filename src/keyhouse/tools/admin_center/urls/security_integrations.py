"""The addresses of Security integrations, and of integrations made as a custom setup."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.integrations import integration, listing, tokens
from keyhouse.ui import page

VIEW, MANAGE = Permission.INTEGRATIONS_VIEW, Permission.INTEGRATIONS_MANAGE
ONE = "security-integrations/<id:integration>/"

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("security-integrations/", listing.index, needs=VIEW, name="security_integrations"),
    page("security-integrations/adding/", listing.add, needs=MANAGE, name="integration_adding"),
    page("identity-providers/custom-setup/", listing.custom, needs=MANAGE, name="integration_custom_setup"),
    page(ONE, integration.details, needs=VIEW, name="integration"),
    page(f"{ONE}editing/", integration.edit, needs=MANAGE, name="integration_editing"),
    page(f"{ONE}permissions/", integration.permissions, needs=MANAGE, name="integration_permissions"),
    page(f"{ONE}activity/", integration.activity, needs=VIEW, name="integration_activity"),
    page(f"{ONE}rotation/", integration.rotate, needs=MANAGE, name="integration_rotation"),
    page(f"{ONE}removal/", integration.remove, needs=MANAGE, name="integration_removal"),
    page(f"{ONE}tokens/", tokens.index, needs=VIEW, name="integration_tokens"),
    page(f"{ONE}tokens/creating/", tokens.create, needs=MANAGE, name="integration_token_making"),
    page(f"{ONE}tokens/<id:integration_token>/revocation/", tokens.revoke, needs=MANAGE,
         name="integration_token_revocation"),
]
# fmt: on
