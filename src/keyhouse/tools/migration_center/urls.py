"""The addresses of Migration Center: each screen with the permission that shows it."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.migration_center.screens import it_set_up, people, report
from keyhouse.ui import page

app_name = "migration_center"

SEE, MANAGE = Permission.MIGRATION_VIEW, Permission.MIGRATION_MANAGE

urlpatterns = [
    page("", it_set_up.home, needs=SEE, name="home"),
    page("it-set-up/", it_set_up.index, needs=SEE, name="it_set_up"),
    # People in business portfolios
    page("people/", people.index, needs=SEE, name="people"),
    page("people/export/", people.export, needs=SEE, name="people_export"),
    page("people/<id:login>/exclusion/", people.exclude, needs=MANAGE, name="person_exclusion"),
    page("people/<id:login>/inclusion/", people.include, needs=MANAGE, name="person_inclusion", methods=["POST"]),
    # Migrate people
    page("report/", report.index, needs=SEE, name="report"),
    page("report/<id:organization>/", report.people, needs=SEE, name="report_people"),
    page("report/<id:organization>/export/", report.export, needs=SEE, name="report_export"),
    page("report/<id:organization>/portfolios/", report.portfolios, needs=SEE, name="report_portfolios"),
]
