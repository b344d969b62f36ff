"""The cookies of the product: with https their names and flags pin them to this host, on loopback they are plain."""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

SESSION = "kh_session"
SIGN_ON = "kh_sign_on"
DEVICE = "kh_device"


def give(response: HttpResponseBase, name: str, value: str, *, life: dt.timedelta) -> None:
    """Set a cookie for the whole host that no script reads and no other site's form carries."""
    response.set_cookie(
        full_name(name),
        value,
        max_age=int(life.total_seconds()),
        path="/",
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def read(request: HttpRequest, name: str) -> str:
    """The value of a cookie, or an empty text."""
    return str(request.COOKIES.get(full_name(name), ""))


def take_away(response: HttpResponseBase, name: str) -> None:
    """Let the browser forget a cookie."""
    response.set_cookie(full_name(name), "", max_age=0, secure=settings.HTTPS, httponly=True, samesite="Lax")


def full_name(name: str) -> str:
    """The name that a browser accepts only from this host over https, where there is https."""
    return f"__Host-{name}" if settings.HTTPS else name
