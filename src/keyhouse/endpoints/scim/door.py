"""The door of SCIM: one token opens one connection of one organization; then the routes answer, and all is recorded."""

import datetime as dt
import re
import secrets
import time
from contextlib import suppress

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import IntegrityError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException, UnreadablePostError
from django.views.decorators.csrf import csrf_exempt

from keyhouse.domain.administration.errors import LastBreakGlass, LastSystemAdmin
from keyhouse.domain.connections.rules.integrations import comes_from
from keyhouse.domain.security_alerts import actions as security_alerts
from keyhouse.domain.security_alerts.rules import AlertKind
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.domain.sign_in import hot_tokens
from keyhouse.domain.sign_in.queries import TokenHolder
from keyhouse.domain.sign_in.rules import TokenKind
from keyhouse.endpoints.scim import answers, recorder, routes
from keyhouse.endpoints.scim.answers import Answer
from keyhouse.endpoints.scim.attempts import attempts
from keyhouse.endpoints.scim.calls import Call
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, system_actor
from keyhouse.protocols.scim import checks
from keyhouse.protocols.scim.errors import (
    Forbidden,
    InvalidSyntax,
    ScimError,
    TooLarge,
    Unauthenticated,
    Uniqueness,
    WrongToken,
)
from keyhouse.ui.visitors import ip_of

REQUEST_ID = re.compile(r"[\x21-\x7e]{1,100}")
WITH_BODY = ("POST", "PUT", "PATCH")
USED_LATELY = dt.timedelta(minutes=1)


@csrf_exempt
def scim(request: HttpRequest, path: str | None = None, *, rooted: bool = False) -> HttpResponse:
    """Answer a request to the SCIM server; never anything but JSON."""
    given = request.headers.get("X-Request-Id", "")
    request_id = given if REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
    address = ip_of(request)
    with suppress(RequestDataTooBig, UnreadablePostError):
        _ = request.body  # a server keeps a connection only when the whole request was read, also one that is refused
    try:
        call = _let_in(request, re.sub("/+", "/", f"/{path or ''}").rstrip("/"), request_id)
    except WrongToken as error:
        wait = attempts.seconds_to_wait(address)
        attempts.failed(address)
        answer = answers.too_many(wait) if wait else answers.refusal(error, rooted=rooted)
        return answers.response(answer, request_id)
    except ScimError as error:
        return answers.response(answers.refusal(error, rooted=rooted), request_id)
    except OperationalError:
        return answers.response(answers.busy(), request_id)
    return answers.response(_answer(call, rooted), request_id)


def _let_in(request: HttpRequest, path: str, request_id: str) -> Call:
    """Make the call of a request whose token is good. Raises Unauthenticated, Forbidden, TooLarge."""
    started, holder = time.perf_counter(), _holder(request)
    client = str(request.headers.get("User-Agent", ""))[:200]
    _check_network(request, holder, client)
    by = Actor(
        kind=ActorKind.CONNECTION,
        id=holder.holder_id,
        name=holder.holder,
        organization_id=holder.organization_id,
        permissions=frozenset({Permission.ACCOUNTS_MANAGE}),
        ip=ip_of(request),
        device=client,
    )
    return Call(
        by=by,
        organization_id=holder.organization_id,
        connection_id=holder.holder_id,
        method=request.method or "",
        path=path,
        base=f"{settings.KEYHOUSE.base_url}/scim/v2",
        query=_query(request),
        content=_content(request),
        content_type=request.META.get("CONTENT_TYPE", ""),
        if_match=request.headers.get("If-Match", ""),
        if_none_match=request.headers.get("If-None-Match", ""),
        request_id=request_id,
        client=client,
        started=started,
        token_id=holder.token_id,
        notes_use=holder.last_used_at is None or clock.now() - holder.last_used_at > USED_LATELY,
    )


def _holder(request: HttpRequest) -> TokenHolder:
    """Who holds the token of a request. Raises Unauthenticated, Forbidden."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.casefold() != "bearer" or not secret.strip():
        raise Unauthenticated("Send a provisioning token: Authorization: Bearer …")
    holder = hot_tokens.token(secret.strip())
    if holder is None or holder.kind not in (TokenKind.PROVISIONING, TokenKind.INTEGRATION):
        raise WrongToken("This token isn't good here: it is unknown, expired, revoked or of another kind.")
    if holder.kind == TokenKind.INTEGRATION and Permission.ACCOUNTS_MANAGE not in holder.permissions:
        raise Forbidden("This integration may not manage accounts: give its token the permission accounts.manage.")
    return holder


def _check_network(request: HttpRequest, holder: TokenHolder, client: str) -> None:
    """Refuse a good token from outside of the networks that its connection allows. Raises Forbidden."""
    address = ip_of(request)
    if comes_from(holder.networks, address):
        return
    by = Actor(
        kind=ActorKind.CONNECTION,
        id=holder.holder_id,
        name=holder.holder,
        organization_id=holder.organization_id,
        ip=address,
        device=client,
    )
    sign_in.note_token_use(by=by, token_id=holder.token_id, refused=True)
    raise Forbidden("This token may not be used from this address: it isn't in the allowed networks.")


def _query(request: HttpRequest) -> dict[str, str]:
    """The parameters of a request, the last of those with the same name. Raises InvalidSyntax."""
    try:
        return {name: str(value) for name, value in request.GET.items()}
    except TooManyFieldsSent:
        raise InvalidSyntax("The address has too many parameters.") from None


def _content(request: HttpRequest) -> bytes:
    """The body of a request that has one. Raises TooLarge, InvalidSyntax."""
    if request.method not in WITH_BODY:
        return b""
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    checks.check_size(int(length) if length.isdigit() else 0)
    try:
        return request.body
    except RequestDataTooBig:
        raise TooLarge(f"The body is larger than {checks.MAX_BODY} bytes.") from None
    except (UnreadablePostError, RawPostDataException):
        raise InvalidSyntax("The body ended too early.") from None


def _answer(call: Call, rooted: bool) -> Answer:
    """Answer a call, and write it into the request log."""
    try:
        route, parts = routes.find(call.method, call.path)
        if route.writes:
            return _write(call, route, parts)
        answer = route.handler(call, *parts)
    except (ScimError, BrokenRule) as error:
        answer = answers.refusal(error, rooted=rooted)
        if isinstance(error, LastSystemAdmin | LastBreakGlass):
            _tell_of_protection(call)
    except OperationalError:
        return answers.busy()
    if call.method in WITH_BODY or call.method == "DELETE":
        recorder.keep(call, answer)
    else:
        recorder.keep_soon(call, answer)
    return answer


def _tell_of_protection(call: Call) -> None:
    """Raise the alert that a connection wanted to take the last administrator away."""
    own, facts = call.organization_id, {"by": call.by.name}
    kind = AlertKind.LAST_ADMIN_REFUSED
    by = system_actor(own)
    security_alerts.raise_alert(by=by, organization_id=own, kind=kind, about=call.connection_id, facts=facts)


def _write(call: Call, route: routes.Route, parts: tuple[str, ...]) -> Answer:
    """Run a write in one transaction with its row of the log, and once more when somebody was faster by a moment."""
    try:
        return _in_one_transaction(call, route, parts)
    except (IntegrityError, OperationalError):
        try:
            return _in_one_transaction(call, route, parts)
        except IntegrityError:
            raise Uniqueness("Somebody changed the same resource in this moment: read it again.") from None


@transaction.atomic
def _in_one_transaction(call: Call, route: routes.Route, parts: tuple[str, ...]) -> Answer:
    answer = route.handler(call, *parts)
    recorder.keep(call, answer)
    return answer
