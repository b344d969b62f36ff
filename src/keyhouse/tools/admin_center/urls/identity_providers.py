"""The addresses of Identity providers."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.identity_providers import connection as idp
from keyhouse.tools.admin_center.screens.identity_providers import directory as idp_directory
from keyhouse.tools.admin_center.screens.identity_providers import request_log as idp_log
from keyhouse.tools.admin_center.screens.identity_providers import tokens as idp_tokens
from keyhouse.ui import page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("identity-providers/", idp_directory.index, needs=Permission.PROVISIONING_VIEW, name="identity_providers"),
    page("identity-providers/connecting/", idp_directory.gallery, needs=Permission.PROVISIONING_MANAGE,
         name="identity_provider_gallery"),
    page("identity-providers/connecting/<slug:provider>/", idp_directory.connect, needs=Permission.PROVISIONING_MANAGE,
         name="identity_provider_connecting"),
    page("identity-providers/<id:connection>/", idp.overview, needs=Permission.PROVISIONING_VIEW,
         name="identity_provider"),
    page("identity-providers/<id:connection>/settings/", idp.settings, needs=Permission.PROVISIONING_MANAGE,
         name="identity_provider_settings"),
    page("identity-providers/<id:connection>/pause/", idp.pause, needs=Permission.PROVISIONING_MANAGE,
         name="identity_provider_pause"),
    page("identity-providers/<id:connection>/resumption/", idp.resume, needs=Permission.PROVISIONING_MANAGE,
         name="identity_provider_resumption", methods=["POST"]),
    page("identity-providers/<id:connection>/tokens/", idp_tokens.index, needs=Permission.PROVISIONING_VIEW,
         name="identity_provider_tokens"),
    page("identity-providers/<id:connection>/tokens/creating/", idp_tokens.create,
         needs=Permission.PROVISIONING_MANAGE, name="identity_provider_token_making"),
    page("identity-providers/<id:connection>/tokens/<id:token>/rotation/", idp_tokens.rotate,
         needs=Permission.PROVISIONING_MANAGE, name="identity_provider_token_rotation"),
    page("identity-providers/<id:connection>/tokens/<id:token>/revocation/", idp_tokens.revoke,
         needs=Permission.PROVISIONING_MANAGE, name="identity_provider_token_revocation"),
    page("identity-providers/<id:connection>/request-log/", idp_log.index, needs=Permission.PROVISIONING_VIEW,
         name="identity_provider_request_log"),
    page("identity-providers/<id:connection>/request-log/<id:entry>/", idp_log.detail,
         needs=Permission.PROVISIONING_VIEW, name="identity_provider_request"),
]
# fmt: on
