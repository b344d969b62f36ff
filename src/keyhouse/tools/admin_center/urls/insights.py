"""The addresses of Insights and the tab Insights of Security."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.insights import figures, posture
from keyhouse.ui import page

VIEW, MANAGE = Permission.INSIGHTS_VIEW, Permission.INSIGHTS_MANAGE

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("insights/", figures.index, needs=VIEW, name="insights"),
    page("insights/people/", figures.people, needs=VIEW, name="insight_people"),
    page("insights/export/", figures.export, needs=VIEW, name="insight_export"),
    page("insights/reminder/", figures.remind, needs=MANAGE, name="insight_reminder"),
    page("insights/posture/", posture.page, needs=VIEW, name="insight_posture"),
    page("security-insights/", posture.security, needs=VIEW, name="security_insights"),
]
# fmt: on
