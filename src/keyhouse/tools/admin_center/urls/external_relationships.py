"""The addresses of External relationships."""

from django.urls import URLPattern

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.external_relationships import guests, listing, offering, relationship
from keyhouse.ui import page

VIEW, MANAGE = Permission.RELATIONSHIPS_VIEW, Permission.RELATIONSHIPS_MANAGE
PANEL = "external-relationships/"

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns: list[URLPattern] = [
    page(PANEL, listing.index, needs=VIEW, name="external_relationships"),
    page(f"{PANEL}export/", listing.export, needs=VIEW, name="relationships_export"),
    page(f"{PANEL}invitations/", listing.invitations, needs=VIEW, name="relationship_invitations"),
    page(f"{PANEL}invitations/relationship-id/", offering.make_id, needs=MANAGE, name="relationship_id"),
    page(f"{PANEL}invitations/inviting/", offering.invite, needs=MANAGE, name="relationship_inviting"),
    page(f"{PANEL}invitations/entering/", offering.enter, needs=MANAGE, name="relationship_entering"),
    page(f"{PANEL}invitations/<id:offer>/acceptance/", offering.accept, needs=MANAGE,
         name="relationship_acceptance", methods=["POST"]),
    page(f"{PANEL}invitations/<id:offer>/decline/", offering.decline, needs=MANAGE,
         name="relationship_decline", methods=["POST"]),
    page(f"{PANEL}invitations/<id:offer>/cancellation/", offering.cancel, needs=MANAGE,
         name="relationship_cancellation", methods=["POST"]),
    page(f"{PANEL}member-requests/", listing.requests, needs=VIEW, name="relationship_requests"),
    page(f"{PANEL}member-requests/<id:guest>/approval/", guests.approve, needs=MANAGE,
         name="relationship_request_approval"),
    page(f"{PANEL}member-requests/<id:guest>/decline/", guests.decline, needs=MANAGE,
         name="relationship_request_decline", methods=["POST"]),
    page(f"{PANEL}guests/<id:guest>/access/", guests.access, needs=MANAGE, name="relationship_guest_access"),
    page(f"{PANEL}guests/<id:guest>/removal/", guests.remove, needs=MANAGE, name="relationship_guest_removal"),
    page(f"{PANEL}<id:relationship>/", relationship.index, needs=VIEW, name="relationship"),
    page(f"{PANEL}<id:relationship>/settings/", relationship.settings, needs=MANAGE, name="relationship_settings"),
    page(f"{PANEL}<id:relationship>/adding/", relationship.add, needs=MANAGE, name="relationship_adding"),
    page(f"{PANEL}<id:relationship>/ending/", relationship.end, needs=MANAGE, name="relationship_ending"),
]
# fmt: on
