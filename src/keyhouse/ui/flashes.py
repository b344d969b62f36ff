"""The line that says what was done, carried to the next page in a short signed cookie."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase

COOKIE = "kh_said"
SALT = "keyhouse.ui.said"
SECONDS = 60
LONGEST = 600


def say(response: HttpResponseBase, text: str, *, tone: str = "success") -> None:
    """Leave one line for the next page."""
    value = signing.dumps({"text": text[:LONGEST], "tone": tone}, salt=SALT)
    response.set_cookie(COOKIE, value, max_age=SECONDS, httponly=True, samesite="Lax", secure=settings.HTTPS)


def heard(request: HttpRequest) -> list[dict[str, Any]]:
    """Read the line that the last deed left; a forged or old one is silence."""
    value = request.COOKIES.get(COOKIE)
    if not value:
        return []
    try:
        said = signing.loads(value, salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return []
    return [said]


def forget(response: HttpResponseBase) -> None:
    """Show a line once."""
    response.delete_cookie(COOKIE, samesite="Lax")
