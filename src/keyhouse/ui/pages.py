"""How an address becomes a screen: page() with the permission it needs, written beside it."""

import logging
from collections.abc import Callable, Sequence
from enum import Enum
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import Resolver404, URLPattern, path, register_converter, resolve
from django.urls.converters import get_converters

from keyhouse.foundation import ids
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import (
    Actor,
    ActorKind,
    Facts,
    NeedsFreshSignIn,
    Permission,
    allows,
    authorize,
    facts_of,
)
from keyhouse.ui import kept_forms
from keyhouse.ui.refusals import explain, not_found
from keyhouse.ui.requests import Response, wants_fragment
from keyhouse.ui.responses import GO_HEADER, see_other

log = logging.getLogger("keyhouse.refusals")


class Need(Enum):
    """What a page needs when it is no permission."""

    OPEN = "open"
    SIGNED_IN = "signed_in"


NUL = "%00"  # no text of ours holds it, and PostgreSQL refuses to look for it

SIGN_IN_AGAIN = "/sign-in/again"

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
    needs: Permission | Need | Sequence[Permission],
    name: str,
    on: Callable[..., Facts] | None = None,
    methods: Sequence[str] = ("GET", "HEAD", "POST"),
) -> URLPattern:
    """Put a screen at an address, with the permission that decides whether it is shown.

    `needs` is a permission, several of which one is enough, SIGNED_IN or OPEN. `on`, where the permission depends
    on a thing of the address, takes the actor and the arguments of the address and gives the facts of the thing.
    """
    return path(route, _guarded(screen, needs, on, methods), name=name)


def _guarded(screen: Screen, needs: Any, on: Callable[..., Facts] | None, methods: Sequence[str]) -> Screen:
    @wraps(screen)
    def view(request: HttpRequest, **arguments: Any) -> Response:
        if request.method not in methods:
            return HttpResponseNotAllowed(methods)
        if NUL in request.META.get("QUERY_STRING", ""):
            return not_found(request)
        actor: Actor | None = getattr(request, "actor", None)
        if needs is not OPEN and not _is_somebody(actor):
            return to_sign_in(request)
        try:
            if actor is not None and not isinstance(needs, Need):
                _let_in(actor, needs, on(actor, **arguments) if on else facts_of(actor.organization_id))
            return screen(request, **arguments)
        except BrokenRule as refused:
            log.info("refused %s %s: %s", request.method, view.__name__, refused.code)
            asks = isinstance(refused, NeedsFreshSignIn)
            return to_sign_in_again(request, "GET" in methods) if asks else explain(request, refused)

    view.needs = needs  # type: ignore[attr-defined]  # the printed list of routes reads it
    return view


def _is_somebody(actor: Actor | None) -> bool:
    """Whether somebody is signed in; a visitor who only holds a link is nobody yet."""
    return actor is not None and actor.kind is not ActorKind.VISITOR


def _let_in(actor: Actor, needs: Permission | Sequence[Permission], facts: Facts) -> None:
    several = [needs] if isinstance(needs, Permission) else list(needs)
    if not any(allows(actor, permission, facts) for permission in several):
        authorize(actor, several[0], facts)


def to_sign_in(request: HttpRequest) -> Response:
    """Send nobody to the sign-in page, and back here afterwards."""
    if request.method in ("GET", "HEAD"):
        return see_other("/sign-in?" + urlencode({"next": request.get_full_path()}))
    return see_other("/sign-in")


def to_sign_in_again(request: HttpRequest, has_page: bool) -> Response:
    """Have somebody prove again who she is and come back; a form that she sent is kept and offered again there.

    `has_page` says that the address can be opened as well, and not only sent a form.
    """
    back = request.get_full_path() if has_page else _page_above(request.path)
    is_form = request.method == "POST"
    address = SIGN_IN_AGAIN + "?" + urlencode({"next": SIGN_IN_AGAIN + "/continue" if is_form else back})
    response = HttpResponse(status=204, headers={GO_HEADER: address}) if wants_fragment(request) else see_other(address)
    if is_form:
        kept_forms.keep(request, response, back=back)
    return response


def _page_above(address: str) -> str:
    """The page that an address without a page of its own belongs to: `people/7/sign-out/` belongs to `people/7/`."""
    above = address.rstrip("/").rpartition("/")[0] + "/"
    try:
        resolve(above)
    except Resolver404:
        return "/"
    return above
