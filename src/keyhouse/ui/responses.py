"""How a screen answers: a page, a dialog, or done and on to the next page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from keyhouse.ui import flashes
from keyhouse.ui.frame import frame_for
from keyhouse.ui.requests import Response, wants_fragment

GO_HEADER = "X-Keyhouse-Go"


def render(request: HttpRequest, name: str, *, status: int | None = None, **context: Any) -> Response:
    """Draw the template `<tool>/<name>.html` of the tool whose address is open; a refused form answers 422."""
    tool = request.resolver_match.app_name if request.resolver_match else ""
    template = f"{tool}/{name}.html" if tool else f"{name}.html"
    return draw(request, template, status=status or _status_of(context), **context)


def dialog(request: HttpRequest, name: str, *, status: int | None = None, **context: Any) -> Response:
    """Draw a dialog: inside a page of its own, or alone where the dialog script asked for it.

    Its template begins with `{% extends dialog_layout %}` and fills the block `dialog` with one `<c-dialog>`.
    """
    alone = wants_fragment(request)
    layout = "ui/layouts/dialog_alone.html" if alone else "ui/layouts/dialog_page.html"
    return render(request, name, status=status, dialog_layout=layout, dialog_is_alone=alone, **context)


def done(
    request: HttpRequest, url_name: str, *arguments: Any, said: object = "", tone: str = "success", query: str = ""
) -> Response:
    """Go on to a page after a deed, with one line there that says what was done."""
    address = reverse(url_name, args=arguments) + (f"?{query}" if query else "")
    if wants_fragment(request):
        response: Response = HttpResponse(status=204, headers={GO_HEADER: address})
    else:
        response = see_other(address)
    if said:
        flashes.say(response, str(said), tone=tone)
    return response


def onward(url_name: str, *arguments: Any, query: str = "") -> Response:
    """Go on to another page; from a dialog to a dialog, this stays in the dialog that is open."""
    return see_other(reverse(url_name, args=arguments) + (f"?{query}" if query else ""))


def see_other(address: str) -> Response:
    """Answer 303: look there, with GET."""
    return HttpResponse(status=303, headers={"Location": address})


def draw(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """Draw a template inside the frame, and show the line that the last deed left."""
    said = [] if wants_fragment(request) else flashes.heard(request)
    context = {"frame": frame_for(request), "said": said, **context}
    response = HttpResponse(render_to_string(template, context, request), status=status)
    if said:
        flashes.forget(response)
    return response


def _status_of(context: dict[str, Any]) -> int:
    form = context.get("form") or getattr(context.get("steps"), "form", None)
    refused = form is not None and getattr(form, "is_bound", False) and bool(form.errors)
    return 422 if refused else 200
