"""The addresses of adding and changing many people by a file, and of long work."""

from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens import work
from keyhouse.tools.admin_center.screens.people import selection
from keyhouse.ui import page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("work/", work.index, needs=work.NEEDS, name="works"),
    page("work/<id:work>/", work.work, needs=work.NEEDS, name="work"),
    page("work/<id:work>/results/", work.results, needs=work.NEEDS, name="work_results"),
    page("work/<id:work>/stop/", work.stop, needs=work.NEEDS, name="work_stop", methods=["POST"]),
    page("work/<id:work>/undo/", selection.undo, needs=Permission.PEOPLE_MANAGE, name="work_undo", methods=["POST"]),
]
# fmt: on
