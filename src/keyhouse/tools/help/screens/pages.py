"""The pages of the guide, its start, and its search."""

from collections.abc import Callable
from itertools import groupby

from django.http import HttpResponse

from keyhouse import ui
from keyhouse.foundation.errors import NotFound
from keyhouse.tools.help.menu import SECTIONS, in_order
from keyhouse.ui import guide
from keyhouse.ui.guide import GuidePage
from keyhouse.ui.responses import see_other

FEW = 3


def start(request: ui.Request) -> ui.Response:
    """What the guide holds, tool by tool."""
    listed = [(SECTIONS[tool], list(found)) for tool, found in groupby(in_order(), key=lambda page: page.tool)]
    return ui.render(request, "start", page=guide.pages().get("index"), listed=listed)


def search(request: ui.Request) -> ui.Response:
    """The pages that hold what was searched."""
    wanted = request.GET.get("q", "").strip()
    return ui.render(request, "search", q=wanted, hits=guide.search(wanted))


def screen_of(page: GuidePage) -> Callable[[ui.Request], ui.Response]:
    """The screen of one page."""

    def read(request: ui.Request) -> ui.Response:
        """One page of the guide."""
        headings = page.prose.headings if len(page.prose.headings) >= FEW else []
        return ui.render(request, "page", page=page, section=SECTIONS[page.tool], headings=headings)

    return read


def picture(request: ui.Request, tool: str, name: str) -> ui.Response:
    """A picture of a page of the guide."""
    path = guide.pictures().get(f"{tool}/pictures/{name}.webp")
    if path is None:
        raise NotFound()
    return HttpResponse(path.read_bytes(), content_type="image/webp", headers={"Cache-Control": "max-age=86400"})


def elsewhere(request: ui.Request, place: str) -> ui.Response:
    """A page that has no help of its own leads to the first page of its tool."""
    whole, tool = place.strip("/"), place.split("/")[0]
    candidates = [guide.pages().get(whole), guide.pages().get(f"{tool}/home")]
    candidates += [one for one in in_order() if one.tool == tool and tool]
    found = next((one for one in candidates if one is not None), None)
    if found is None:
        raise NotFound()
    return see_other(found.address)
