"""Home: what is set up, what needs attention, and the way to it."""

from keyhouse import ui


def index(request: ui.Request) -> ui.Response:
    """The first page of Admin Center."""
    return ui.render(request, "home")
