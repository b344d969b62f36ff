"""The addresses of the guide: one for each page, and a way on from an address that has none."""

from keyhouse.tools.help.menu import in_order, name_of
from keyhouse.tools.help.screens import pages
from keyhouse.ui import OPEN, page

app_name = "help"

urlpatterns = [
    page("", pages.start, needs=OPEN, name="start"),
    page("search/", pages.search, needs=OPEN, name="search"),
    *(page(f"{one.place}/", pages.screen_of(one), needs=OPEN, name=name_of(one)) for one in in_order()),
    page("<slug:tool>/pictures/<slug:name>.webp", pages.picture, needs=OPEN, name="picture"),
    page("<path:place>", pages.elsewhere, needs=OPEN, name="elsewhere"),
]
