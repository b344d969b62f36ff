"""The left navigation of the guide: one line for each page, under the tool that it belongs to."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.ui import guide
from keyhouse.ui.guide import GuidePage

SECTIONS = {
    "": _("Everywhere"),
    "front-door": _("Signing in"),
    "admin-center": _("Admin Center"),
    "business-manager": _("Business Manager"),
    "migration-center": _("Migration Center"),
}


def in_order() -> list[GuidePage]:
    """The pages as the menu lists them: the start, then tool by tool, by title."""
    tools = list(SECTIONS)
    known = [page for page in guide.pages().values() if page.tool in SECTIONS and page.place != "index"]
    return sorted(known, key=lambda page: (tools.index(page.tool), page.title))


def is_open(request: HttpRequest) -> bool:
    """Everybody may read the guide, also before signing in."""
    return True


def name_of(page: GuidePage) -> str:
    """The name of a page's address."""
    return "page_" + page.place.replace("/", "__").replace("-", "_")


TOOL = ui.Tool(
    key="help",
    label=_("Help"),
    home="",
    order=8,
    opens_for=is_open,
    search="help:search",
    search_label=_("Search the guide"),
    menu=[
        ui.Entry(section="", label=_("Start"), url_name="help:start", icon="book-open", shown=is_open),
        *(ui.Entry(section=SECTIONS[page.tool], label=page.title, url_name=f"help:{name_of(page)}", shown=is_open)
          for page in in_order()),
    ],
)  # fmt: skip
