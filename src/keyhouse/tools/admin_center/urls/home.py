"""The addresses of Home."""

from keyhouse.tools.admin_center.menu import ANY_PANEL
from keyhouse.tools.admin_center.screens.home import page as home
from keyhouse.ui import page

# One line or two for each address, so that the list can be read as a table.
# fmt: off
urlpatterns = [
    page("", home.index, needs=ANY_PANEL, name="home"),
]
# fmt: on
