"""Answers on the wire: JSON with the media type of SCIM, and each refusal as an error body."""

from dataclasses import dataclass, field

import orjson
from django.http import HttpResponse

from keyhouse.domain.deprovisioning.errors import AccountClaimed
from keyhouse.foundation.errors import BrokenRule, Conflict, Invalid, NotAllowed, NotFound
from keyhouse.protocols.scim.attributes import Json
from keyhouse.protocols.scim.errors import MethodNotAllowed, ScimError, error_body

MEDIA_TYPE = "application/scim+json; charset=utf-8"
STATUSES: list[tuple[type[BrokenRule], int, str]] = [
    (AccountClaimed, 412, ""),
    (NotFound, 404, ""),
    (NotAllowed, 403, ""),
    (Conflict, 409, "uniqueness"),
    (Invalid, 400, "invalidValue"),
]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What is answered: a status, perhaps a body and headers, and for the request log what changed and was ignored."""

    status: int = 200
    body: Json | None = None
    headers: dict[str, str] = field(default_factory=dict)
    person_id: int | None = None
    changed: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


def refusal(error: ScimError | BrokenRule, *, rooted: bool = False) -> Answer:
    """The answer to a request that SCIM or a rule of ours refuses."""
    if isinstance(error, ScimError):
        status, body = error.status, error.body()
    else:
        status, scim_type = next((s, t) for kind, s, t in STATUSES if isinstance(error, kind))
        body = error_body(status, str(error), scim_type)
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    if isinstance(error, MethodNotAllowed):
        headers["Allow"] = ", ".join(error.allowed)
    return Answer(status=status, body=for_rooted(body) if rooted else body, headers=headers)


def for_rooted(body: Json) -> Json:
    """The body of an error on a host-rooted alias, whose clients read `error` too."""
    return {**body, "error": {"message": body.get("detail", ""), "type": "OAuthException", "code": 100}}


def busy() -> Answer:
    """The answer while the database can't take the request; it is worth trying again."""
    body = error_body(503, "The server is busy: try again in a moment.")
    return Answer(status=503, body=body, headers={"Retry-After": "2"})


def too_many(seconds: int) -> Answer:
    """The answer after too many failed authentications from one address."""
    body = error_body(429, "Too many failed authentications: wait, and check the token.")
    return Answer(status=429, body=body, headers={"Retry-After": str(seconds)})


def response(answer: Answer, request_id: str) -> HttpResponse:
    """The HTTP response of an answer."""
    content = orjson.dumps(answer.body) if answer.body is not None else b""
    headers = {"X-Request-Id": request_id, "Cache-Control": "no-store", **answer.headers}
    if answer.body is not None:
        headers["Content-Type"] = MEDIA_TYPE
    found = HttpResponse(content, status=answer.status, headers=headers)
    if answer.body is None:
        del found.headers["Content-Type"]
    return found
