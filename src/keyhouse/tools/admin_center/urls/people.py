"""The addresses of Directory."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.people import (
    access,
    adding,
    directory,
    keeping,
    person,
    selection,
    state,
)
from keyhouse.ui import page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("people/", directory.index, needs=Permission.PEOPLE_VIEW, name="people"),
    page("people/export/", directory.export, needs=Permission.PEOPLE_VIEW, name="people_export"),
    page("people/filter/", keeping.choose, needs=Permission.PEOPLE_VIEW, name="people_filter"),
    page("people/columns/", keeping.choose_columns, needs=Permission.PEOPLE_VIEW, name="people_columns"),
    page("people/filters/", keeping.saved, needs=Permission.PEOPLE_VIEW, name="people_saved_filters"),
    page("people/filters/new/", keeping.save, needs=Permission.PEOPLE_VIEW, name="people_filter_saving"),
    page("people/filters/<id:saved_filter>/", keeping.open_saved, needs=Permission.PEOPLE_VIEW,
         name="people_saved_filter"),
    page("people/filters/<id:saved_filter>/deletion/", keeping.delete, needs=Permission.PEOPLE_VIEW,
         name="people_filter_deletion", methods=["POST"]),
    page("people/selection/", selection.selection, needs=Permission.PEOPLE_MANAGE, name="people_selection"),
    page("people/adding/", adding.ways, needs=Permission.PEOPLE_MANAGE, name="people_adding"),
    page("people/adding/one/", adding.add, needs=Permission.PEOPLE_MANAGE, name="person_adding"),
    page("people/<id:person>/", person.profile, needs=Permission.PEOPLE_VIEW, name="person"),
    page("people/<id:person>/menu/", directory.menu, needs=Permission.PEOPLE_MANAGE, name="person_menu"),
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
]
# fmt: on
