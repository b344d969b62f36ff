"""The addresses of Single sign-on."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.single_sign_on import attempts, connections, setup, testing
from keyhouse.ui import page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("single-sign-on/", connections.index, needs=Permission.SSO_VIEW, name="single_sign_on"),
    page("single-sign-on/adding/", connections.create, needs=Permission.SSO_MANAGE, name="single_sign_on_adding"),
    page("single-sign-on/<id:sign_on>/", connections.detail, needs=Permission.SSO_VIEW,
         name="single_sign_on_connection"),
    page("single-sign-on/<id:sign_on>/our-side/", setup.our_side, needs=Permission.SSO_MANAGE,
         name="single_sign_on_our_side"),
    page("single-sign-on/<id:sign_on>/identity-provider/", setup.identity_provider,
         needs=Permission.SSO_MANAGE, name="single_sign_on_identity_provider"),
    page("single-sign-on/<id:sign_on>/test/", testing.test, needs=Permission.SSO_MANAGE,
         name="single_sign_on_test"),
    page("single-sign-on/<id:sign_on>/domains/", testing.domains, needs=Permission.SSO_MANAGE,
         name="single_sign_on_domains"),
    page("single-sign-on/<id:sign_on>/activation/", connections.activate, needs=Permission.SSO_MANAGE,
         name="single_sign_on_activation"),
    page("single-sign-on/<id:sign_on>/deactivation/", connections.switch_off, needs=Permission.TURN_OFF_SSO,
         name="single_sign_on_deactivation"),
    page("single-sign-on/<id:sign_on>/attempts/", attempts.attempts, needs=Permission.SSO_VIEW,
         name="single_sign_on_attempts"),
    page("single-sign-on/<id:sign_on>/attempts/<id:attempt>/", attempts.attempt,
         needs=Permission.SSO_VIEW, name="single_sign_on_attempt"),
]
# fmt: on
