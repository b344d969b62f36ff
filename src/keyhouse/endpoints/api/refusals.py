"""The table of errors as JSON: a status for each kind of broken rule, with its code, sentence and next step."""

import secrets
from collections.abc import Callable
from typing import Any

import structlog
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from keyhouse.foundation.errors import BrokenRule, Conflict, NotAllowed, NotFound

RETRY_AFTER = "5"
log = structlog.get_logger(__name__)


def status_of(rule: BrokenRule) -> int:
    """The status of a broken rule."""
    kinds = ((NotFound, 404), (NotAllowed, 403), (Conflict, 409))
    return next((status for kind, status in kinds if isinstance(rule, kind)), 422)


def answer(status: int, code: str, message: str, **more: Any) -> HttpResponse:
    """A refusal in its wire form."""
    reason = {"code": code, "message": message, "step": "", "fields": [], "reference": "", "approval": None, **more}
    return JsonResponse({"error": reason}, status=status)


def broken(request: HttpRequest, rule: BrokenRule) -> HttpResponse:
    """A rule of the domain was broken; what another administrator can approve says how to ask."""
    with translation.override(None):
        asking = getattr(rule, "asking", None)
        return answer(status_of(rule), rule.code, str(rule), step=rule.next_step, approval=asking)


def unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The body or the parameters do not have the form that the document describes."""
    fields = [
        {"field": ".".join(str(part) for part in one["loc"] if part not in ("body", "query", "form", "data", "paging")),
         "message": one["msg"]}
        for one in error.errors
    ]  # fmt: skip
    return answer(422, "unreadable", "Some fields can't be used.", fields=fields)


def other(request: HttpRequest, error: HttpError) -> HttpResponse:
    """No good token, a body that is no JSON, or too many requests."""
    if error.status_code == 401:
        refused = answer(401, "not_signed_in", "Send a good token.", step="Authorization: Bearer …")
        refused["WWW-Authenticate"] = 'Bearer realm="Keyhouse"'
        return refused
    return answer(error.status_code, "unreadable", "The request can't be read: its body is no JSON.")


def too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    """The body is larger than any request needs."""
    return answer(413, "too_large", "The body is too large.")


def out_of_order(request: HttpRequest, error: Exception) -> HttpResponse:
    """The database is away, busy or full; nothing was changed, and the same again may work soon."""
    log.error("database_out_of_order", error=str(error))
    refused = answer(503, "out_of_order", "Keyhouse can't reach its database right now. Nothing was changed.")
    refused["Retry-After"] = RETRY_AFTER
    return refused


def failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """A fault of ours: a reference for the caller, the trace for the operator."""
    reference = secrets.token_hex(4)
    log.error("api_failed", reference=reference, exc_info=error)
    return answer(500, "failed", "Something went wrong on our side. Nothing was changed.", reference=reference)


def unknown(request: HttpRequest, path: str = "") -> HttpResponse:
    """No such address."""
    return answer(404, "not_found", "This doesn't exist, or you can't see it.")


WORDS: dict[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
    BrokenRule: broken,
    ValidationError: unreadable,
    AuthenticationError: other,
    HttpError: other,
    RequestDataTooBig: too_large,
    OperationalError: out_of_order,
    InterfaceError: out_of_order,
    Exception: failed,
}


def explain_all(api: NinjaAPI) -> None:
    """Give every refusal of the API its wire form."""
    for kind, explain in WORDS.items():
        api.add_exception_handler(kind, explain)
