"""How an address of the API becomes a function: panel.get() with the permission it needs, written beside it.

A panel is a file of this folder: `panel = Panel("Groups")`, then functions under `@panel.get("/groups", needs=…)`,
listed in `panels.py`. A function takes the request (`request.actor` acts), the ids of the address and a typed body,
calls one action or query, and returns what its `answer` describes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from keyhouse.endpoints.api.door import Bearer
from keyhouse.endpoints.api.forms import Refusal
from keyhouse.endpoints.api.repeating import replied
from keyhouse.foundation.permissions import Actor, Permission
from keyhouse.foundation.replays.answering import Answer

Function = TypeVar("Function", bound=Callable[..., Any])
Needs = Permission | Sequence[Permission] | None

REFUSALS = {
    400: "The request can't be read.",
    401: "No token, or one that isn't good.",
    403: "The token may not do this.",
    404: "It does not exist, for this token.",
    409: "It is already so, or somebody was first.",
    422: "It breaks a rule, which the code names.",
}


KEY = "Idempotency-Key"
LONGEST_KEY = 200
REPEATABLE = {
    "parameters": [
        {
            "in": "header",
            "name": KEY,
            "required": False,
            "schema": {"type": "string", "maxLength": LONGEST_KEY, "pattern": "^[!-~]*$"},
            "description": "Any text of your own, new for each request: a repetition with the same key is done once.",
        }
    ]
}


class Request(HttpRequest):
    """A request whose token is good: `actor` is the one who acts."""

    actor: Actor


@dataclass(frozen=True, kw_only=True)
class Route:
    """One line of the API, as tests and documents read it."""

    method: str
    path: str
    needs: Needs
    name: str


class Panel:
    """The routes of one panel, under its menu word."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.router = Router(tags=[title])
        self.routes: list[Route] = []

    def get(self, path: str, *, needs: Needs, answer: Any) -> Callable[[Function], Function]:
        """What reads; the answer has status 200."""
        return self._route("GET", path, needs, {200: answer})

    def post(self, path: str, *, needs: Needs, answer: Any, status: int = 201) -> Callable[[Function], Function]:
        """What makes something, or does a deed; without an answer, say `answer=None` and the status is 204."""
        return self._route("POST", path, needs, {204: None} if answer is None else {status: answer})

    def patch(self, path: str, *, needs: Needs, answer: Any) -> Callable[[Function], Function]:
        """What changes the fields that are given and no other."""
        return self._route("PATCH", path, needs, {200: answer})

    def put(self, path: str, *, needs: Needs, answer: Any) -> Callable[[Function], Function]:
        """What sets the whole."""
        return self._route("PUT", path, needs, {200: answer})

    def delete(self, path: str, *, needs: Needs) -> Callable[[Function], Function]:
        """What takes away."""
        return self._route("DELETE", path, needs, {204: None})

    def _route(self, method: str, path: str, needs: Needs, answers: dict[int, Any]) -> Callable[[Function], Function]:
        """Put a function at an address; its sentence is the description, its name the operation's name."""

        def put(function: Function) -> Function:
            (status,) = answers
            self.routes.append(Route(method=method, path=path, needs=needs, name=function.__name__))
            self.router.api_operation(
                [method],
                path,
                auth=Bearer(needs),
                response={**answers, **dict.fromkeys(REFUSALS, Refusal)},
                operation_id=function.__name__,
                summary=(function.__doc__ or "").strip().split("\n")[0].rstrip("."),
                openapi_extra={"x-permission": _words(needs), **({} if method == "GET" else REPEATABLE)},
            )(_answering(function, status, answers[status]))
            return function

        return put


def _answering(function: Function, status: int, form: Any) -> Callable[..., Status[Any] | HttpResponse]:
    """The function with the status of its good answer; with an Idempotency-Key it is done once."""

    @wraps(function)
    def answering(request: HttpRequest, **arguments: Any) -> Status[Any] | HttpResponse:
        key = request.headers.get(KEY, "")[:LONGEST_KEY]
        if not key or request.method == "GET":
            return Status(status, function(request, **arguments))

        def deed() -> Answer:
            found = function(request, **arguments)
            content = b"" if form is None else form.model_validate(found).model_dump_json().encode()
            return Answer(status=status, content=content)

        return replied(request, key, deed)

    return answering


def _words(needs: Needs) -> list[str]:
    several = [needs] if isinstance(needs, Permission) else list(needs or [])
    return [one.value for one in several]
