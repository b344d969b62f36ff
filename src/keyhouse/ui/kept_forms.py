"""A form that came while a fresh sign-in was needed: kept encrypted in its browser, and offered again after it."""

import datetime as dt
import json
from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from keyhouse.foundation import clock, secrets
from keyhouse.ui import cookies

COOKIE, PURPOSE = "kh_kept", "kept form"
LASTS = dt.timedelta(minutes=15)
LARGEST = 2400  # bytes before encryption: with its name and flags a cookie has room for about four thousand
LEFT_OUT = ("csrfmiddlewaretoken",)


@dataclass(frozen=True, kw_only=True)
class KeptForm:
    """Where a form goes, what was typed in it, and the page to go back to without sending it."""

    path: str
    fields: list[tuple[str, str]]
    back: str


def keep(request: HttpRequest, response: HttpResponseBase, *, back: str) -> None:
    """Keep the form of this request in its browser; what is too large for a cookie, and files, can't be kept."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name not in LEFT_OUT]
    until = (clock.now() + LASTS).timestamp()
    kept = {"path": request.get_full_path(), "fields": fields, "back": back, "of": _owner(request), "until": until}
    text = json.dumps(kept, separators=(",", ":"))
    if len(text.encode()) <= LARGEST and not request.FILES:
        cookies.give(response, COOKIE, secrets.encrypt(PURPOSE, text), life=LASTS)
    else:
        forget(response)


def kept_form(request: HttpRequest) -> KeptForm | None:
    """The form that this browser keeps for the person who is signed in, or None."""
    value = cookies.read(request, COOKIE)
    try:
        kept = json.loads(secrets.decrypt(PURPOSE, value)) if value else {}
    except (secrets.Unreadable, ValueError):
        return None
    if not kept or kept["until"] <= clock.now().timestamp() or kept["of"] != _owner(request):
        return None
    return KeptForm(path=kept["path"], fields=[(name, value) for name, value in kept["fields"]], back=kept["back"])


def forget(response: HttpResponseBase) -> None:
    """Forget what was kept."""
    cookies.take_away(response, COOKIE)


def _owner(request: HttpRequest) -> str:
    actor = getattr(request, "actor", None)
    return f"{actor.person_id} {actor.organization_id}" if actor else ""
