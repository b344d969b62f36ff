"""What a screen receives and returns."""

from typing import TypeAlias

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from keyhouse.foundation.permissions import Actor

Response: TypeAlias = HttpResponseBase
Id: TypeAlias = int

DIALOG_HEADER = "X-Keyhouse-Dialog"


class Request(HttpRequest):
    """A request whose actor the door has named; a screen that needs a permission always has one."""

    actor: Actor


def wants_fragment(request: HttpRequest) -> bool:
    """Say whether the dialog script asked, so that only the dialog is sent and not the page around it."""
    return request.headers.get(DIALOG_HEADER) == "1"


def local_path(target: str | None, otherwise: str = "/") -> str:
    """Keep a `next` target only when it is a path of this site.

    Takes text from an address or a form; gives a path that begins with one slash, without scheme or host.
    """
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return otherwise
    if any(ord(letter) < 32 for letter in target) or "\\" in target:
        return otherwise
    return target


def absolute(path: str) -> str:
    """The full address of one of our pages, from the configured base address and never from the request."""
    return f"{settings.KEYHOUSE.base_url}{path}"
