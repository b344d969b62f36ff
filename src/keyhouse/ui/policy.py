"""The content security policy of every page: own origin only, no inline code, no frames."""

from csp.constants import NONE, SELF
from django.http.response import HttpResponseBase

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}


def allow_posting_to(response: HttpResponseBase, *origins: str) -> None:
    """Name the one origin that the forms and redirects of this page may reach besides our own."""
    response._csp_update = {"form-action": list(origins)}  # type: ignore[attr-defined]  # read by django-csp
