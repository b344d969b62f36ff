"""The addresses of Approvals."""

from django.urls import URLPattern

from keyhouse.tools.admin_center.menu import ANY_PANEL
from keyhouse.tools.admin_center.screens import approvals
from keyhouse.ui import SIGNED_IN, page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns: list[URLPattern] = [
    page("approvals/", approvals.waiting, needs=ANY_PANEL, name="approvals"),
    page("approvals/sent/", approvals.sent, needs=ANY_PANEL, name="approvals_sent"),
    page("approvals/closed/", approvals.closed, needs=ANY_PANEL, name="approvals_closed"),
    page("approvals/export/", approvals.export, needs=ANY_PANEL, name="approvals_export"),
    page("approvals/asking/", approvals.ask, needs=SIGNED_IN, name="approval_asking"),
    page("approvals/<id:approval>/", approvals.detail, needs=ANY_PANEL, name="approval"),
    page("approvals/<id:approval>/approval/", approvals.approve, needs=ANY_PANEL, name="approval_approval",
         methods=["POST"]),
    page("approvals/<id:approval>/decline/", approvals.decline, needs=ANY_PANEL, name="approval_decline"),
    page("approvals/<id:approval>/cancellation/", approvals.cancel, needs=ANY_PANEL, name="approval_cancellation",
         methods=["POST"]),
]
# fmt: on
