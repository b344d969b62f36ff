"""Headers of every answer, and the one tiny page for an address that somebody put in a frame."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

GetResponse = Callable[[HttpRequest], HttpResponseBase]

FRAMED_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
FRAME_DESTINATIONS = ("iframe", "frame", "embed", "object")


class HeadersMiddleware:
    """Sets the headers that keep pages out of frames, caches and referrers (sign-on.md 7.1, WEB-7)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a framed page with a way out, everything else with the usual headers."""
        if request.method == "GET" and request.headers.get("Sec-Fetch-Dest") in FRAME_DESTINATIONS:
            return framed(request)
        response = self.get_response(request)
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def framed(request: HttpRequest) -> HttpResponse:
    """Draw the page with the link "Open in a new window"; it holds no form and no data."""
    text = render_to_string("ui/errors/framed.html", {"address": request.get_full_path()}, request)
    response = HttpResponse(text, status=200)
    response.headers["Content-Security-Policy"] = FRAMED_POLICY
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    response._csp_exempt = True  # type: ignore[attr-defined]  # it has a policy of its own, without frame-ancestors
    return response
