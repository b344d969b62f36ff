"""Requests that a program may repeat: with an Idempotency-Key the same request is done once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from keyhouse.foundation.permissions import Actor
from keyhouse.foundation.replays.answering import Answer, once

AGAIN = "Idempotent-Replay"


def replied(request: HttpRequest, key: str, deed: Callable[[], Answer]) -> HttpResponse:
    """The answer to a request with a key: of the deed, or of the first time that it was asked. Raises KeyUsedBefore."""
    by: Actor = request.actor  # type: ignore[attr-defined]  # the door put it there
    asked = f"{request.method} {request.get_full_path()} ".encode() + request.body
    answer = once(organization_id=by.organization_id or 0, caller=by.id or 0, key=key, request=asked, deed=deed)
    headers = {AGAIN: "true"} if answer.is_repeated else {}
    return HttpResponse(answer.content, status=answer.status, content_type="application/json", headers=headers)
