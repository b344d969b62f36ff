"""How an address becomes a screen: page() with the permission it needs, written beside it."""

import logging
from collections.abc import Callable, Sequence
from enum import Enum
from functools import wraps
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseNotAllowed
from django.urls import URLPattern, path, register_converter
from django.urls.converters import get_converters

from keyhouse.foundation import ids
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import authorize
from keyhouse.ui.refusals import explain
from keyhouse.ui.requests import Response
from keyhouse.ui.responses import see_other

if TYPE_CHECKING:
    from keyhouse.foundation.permissions import Permission

log = logging.getLogger("keyhouse.refusals")


class Need(Enum):
    """What a page needs when it is no permission."""

    OPEN = "open"
    SIGNED_IN = "signed_in"


OPEN = Need.OPEN
SIGNED_IN = Need.SIGNED_IN

Screen = Callable[..., Response]


class IdConverter:
    """An id of ours in an address; what is no id does not exist."""

    regex = "[0-9]{1,19}"

    def to_python(self, value: str) -> int:
        """Read an id; a number that cannot be one is answered like an unknown address."""
        found = ids.parse(value)
        if found is None:
            raise ValueError(value)
        return int(found)

    def to_url(self, value: object) -> str:
        """Write an id."""
        return str(value)


if "id" not in get_converters():
    register_converter(IdConverter, "id")


def page(
    route: str,
    screen: Screen,
    *,
    needs: "Permission | Need | Sequence[Permission]",
    name: str,
    on: Callable[..., Any] | None = None,
    methods: Sequence[str] = ("GET", "HEAD", "POST"),
) -> URLPattern:
    """Put a screen at an address, with the permission that decides whether it is shown.

    `needs` is a permission, several of which one is enough, SIGNED_IN or OPEN. `on`, where the permission depends
    on a thing of the address, takes the actor and the arguments of the address and gives the facts of the thing.
    """
    return path(route, _guarded(screen, needs, on, methods), name=name)


def _guarded(screen: Screen, needs: Any, on: Callable[..., Any] | None, methods: Sequence[str]) -> Screen:
    @wraps(screen)
    def view(request: HttpRequest, **arguments: Any) -> Response:
        if request.method not in methods:
            return HttpResponseNotAllowed(methods)
        actor = getattr(request, "actor", None)
        if needs is not OPEN and (actor is None or _is_only_visiting(actor, needs)):
            return to_sign_in(request)
        try:
            if not isinstance(needs, Need):
                facts = on(actor, **arguments) if on else None
                _let_in(actor, needs, facts)
            return screen(request, **arguments)
        except BrokenRule as refused:
            log.info("refused %s %s: %s", request.method, view.__name__, refused.code)
            return explain(request, refused)

    view.needs = needs  # type: ignore[attr-defined]  # the printed list of routes reads it
    view.csrf_exempt = getattr(screen, "csrf_exempt", False)  # type: ignore[attr-defined]
    return view


def _is_only_visiting(actor: Any, needs: Any) -> bool:
    return needs is SIGNED_IN and actor.person_id is None


def _let_in(actor: Any, needs: Any, facts: Any) -> None:
    several = [needs] if isinstance(needs, str) else list(needs)
    for permission in several[:-1]:
        try:
            return authorize(actor, permission, on=facts)
        except BrokenRule:
            continue
    authorize(actor, several[-1], on=facts)
    return None


def to_sign_in(request: HttpRequest) -> Response:
    """Send nobody to the sign-in page, and back here afterwards."""
    if request.method in ("GET", "HEAD"):
        return see_other("/sign-in?" + urlencode({"next": request.get_full_path()}))
    return see_other("/sign-in")
