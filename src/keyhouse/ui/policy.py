"""The one loosening of the content security policy that a page may ask for."""

from django.http.response import HttpResponseBase


def allow_posting_to(response: HttpResponseBase, *origins: str) -> None:
    """Name the origin that the forms and redirects of this page may reach besides our own."""
    response._csp_update = {"form-action": list(origins)}  # type: ignore[attr-defined]  # read by django-csp
