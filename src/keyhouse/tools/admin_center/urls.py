"""The addresses of Admin Center: each screen with the permission that shows it."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.menu import ANY_PANEL
from keyhouse.tools.admin_center.screens import admin_roles, home, security_logs
from keyhouse.tools.admin_center.screens.domain_verification import listing, proving
from keyhouse.tools.admin_center.screens.identity_providers import connection as idp
from keyhouse.tools.admin_center.screens.identity_providers import directory as idp_directory
from keyhouse.tools.admin_center.screens.identity_providers import request_log as idp_log
from keyhouse.tools.admin_center.screens.identity_providers import tokens as idp_tokens
from keyhouse.tools.admin_center.screens.people import access, adding, directory, person, selection, state
from keyhouse.tools.admin_center.screens.single_sign_on import attempts, connections, setup, testing
from keyhouse.ui import page

app_name = "admin_center"

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("", home.index, needs=ANY_PANEL, name="home"),
    # People
    page("people/", directory.index, needs=Permission.PEOPLE_VIEW, name="people"),
    page("people/export/", directory.export, needs=Permission.PEOPLE_VIEW, name="people_export"),
    page("people/selection/", selection.selection, needs=Permission.PEOPLE_MANAGE, name="people_selection"),
    page("people/adding/", adding.ways, needs=Permission.PEOPLE_MANAGE, name="people_adding"),
    page("people/adding/one/", adding.add, needs=Permission.PEOPLE_MANAGE, name="person_adding"),
    page("people/<id:person>/", person.profile, needs=Permission.PEOPLE_VIEW, name="person"),
    page("people/<id:person>/access/", person.access, needs=Permission.PEOPLE_VIEW, name="person_access"),
    page("people/<id:person>/security/", person.security, needs=Permission.PEOPLE_VIEW, name="person_security"),
    page("people/<id:person>/activity/", person.activity, needs=Permission.PEOPLE_VIEW, name="person_activity"),
    page("people/<id:person>/provisioning/", person.provisioning, needs=Permission.PEOPLE_VIEW,
         name="person_provisioning"),
    page("people/<id:person>/added/", adding.added, needs=Permission.PEOPLE_MANAGE, name="person_added"),
    page("people/<id:person>/activation-link/", adding.link, needs=Permission.PEOPLE_MANAGE, name="person_link"),
    page("people/<id:person>/details/", state.edit, needs=Permission.PEOPLE_MANAGE, name="person_details"),
    page("people/<id:person>/invitation/", state.invite, needs=Permission.PEOPLE_MANAGE, name="person_invitation",
         methods=["POST"]),
    page("people/<id:person>/suspension/", state.suspend, needs=Permission.PEOPLE_MANAGE, name="person_suspension"),
    page("people/<id:person>/unsuspension/", state.unsuspend, needs=Permission.PEOPLE_MANAGE,
         name="person_unsuspension", methods=["POST"]),
    page("people/<id:person>/deactivation/", state.deactivate, needs=Permission.PEOPLE_MANAGE,
         name="person_deactivation"),
    page("people/<id:person>/reactivation/", state.reactivate, needs=Permission.PEOPLE_MANAGE,
         name="person_reactivation", methods=["POST"]),
    page("people/<id:person>/deletion/", state.delete, needs=Permission.PEOPLE_MANAGE, name="person_deletion"),
    page("people/<id:person>/sign-out/", access.sign_out, needs=Permission.PEOPLE_MANAGE, name="person_sign_out",
         methods=["POST"]),
    page("people/<id:person>/hold/", state.lift_hold, needs=Permission.PEOPLE_MANAGE, name="person_hold",
         methods=["POST"]),
    page("people/<id:person>/access-confirmation/", state.confirm, needs=Permission.ASSIGN_ADMIN_ROLES,
         name="person_confirmation", methods=["POST"]),
    page("people/<id:person>/method/", access.method, needs=Permission.PEOPLE_MANAGE, name="person_method"),
    page("people/<id:person>/password-reset/", access.send_password_reset, needs=Permission.PEOPLE_MANAGE,
         name="person_password_reset", methods=["POST"]),
    page("people/<id:person>/two-factor/", access.reset_two_factor, needs=Permission.TWO_FACTOR_MANAGE,
         name="person_two_factor", methods=["POST"]),

    # Identity providers
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

    # Admin roles
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

    # Domain verification
    page("domain-verification/", listing.index, needs=Permission.DOMAINS_VIEW, name="domain_verification"),
    page("domain-verification/adding/", listing.create, needs=Permission.DOMAINS_MANAGE,
         name="domain_adding"),
    page("domain-verification/<id:domain>/", proving.method, needs=Permission.DOMAINS_MANAGE,
         name="domain"),
    page("domain-verification/<id:domain>/dns/", proving.dns, needs=Permission.DOMAINS_MANAGE,
         name="domain_dns"),
    page("domain-verification/<id:domain>/file/", proving.file, needs=Permission.DOMAINS_MANAGE,
         name="domain_file"),
    page("domain-verification/<id:domain>/mailbox/", proving.mailbox, needs=Permission.DOMAINS_MANAGE,
         name="domain_mailbox"),
    page("domain-verification/<id:domain>/code/", proving.code, needs=Permission.DOMAINS_MANAGE,
         name="domain_code"),
    page("domain-verification/<id:domain>/check/", listing.check, needs=Permission.DOMAINS_MANAGE,
         name="domain_check", methods=["POST"]),
    page("domain-verification/<id:domain>/removal/", listing.remove, needs=Permission.DOMAINS_MANAGE,
         name="domain_removal"),

    # Single sign-on
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

    # Security logs
    page("security-logs/", security_logs.index, needs=Permission.LOGS_VIEW, name="security_logs"),
    page("security-logs/<id:event>/", security_logs.detail, needs=Permission.LOGS_VIEW, name="security_log"),
    page("security-logs/export/", security_logs.export, needs=Permission.LOGS_MANAGE, name="security_log_export"),
    page("security-logs/verification/", security_logs.verification, needs=Permission.LOGS_VIEW,
         name="security_log_verification", methods=["POST"]),
]
# fmt: on
