"""The door of decisions ahead of Django's middleware: a WSGI callable that answers as the view does."""

from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

import orjson
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connection, connections

from keyhouse.domain.grants.hot_decisions import Asker
from keyhouse.domain.sign_in import hot_tokens
from keyhouse.endpoints.decisions import answers, callers, forms
from keyhouse.endpoints.decisions.answers import Reply, refusal

ASK: dict[str, Callable[[Asker, bytes], Reply]] = {
    "/access/v1/evaluation": answers.evaluation,
    "/access/v1/evaluations": answers.evaluations,
}
PHRASES = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    413: "Content Too Large",
    503: "Service Unavailable",
}


def door(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes] | None:
    """Answer a question about access, or None when the request is for somebody else."""
    ask = ASK.get(environ["PATH_INFO"])
    if ask is None or environ["REQUEST_METHOD"] != "POST":
        return None
    content = _body(environ)
    try:
        reply = _reply(environ, content, ask)
    except (OperationalError, InterfaceError):
        connection.close()
        reply = _once_more(environ, content, ask)
    said = orjson.dumps(reply.content)
    headers = callers.headers(reply, environ.get("HTTP_X_REQUEST_ID", ""))
    headers += [("Content-Length", str(len(said))), ("X-Content-Type-Options", "nosniff")]
    start_response(f"{reply.status} {PHRASES[reply.status]}", headers)
    return [said]


def _once_more(environ: WSGIEnvironment, content: bytes, ask: Callable[[Asker, bytes], Reply]) -> Reply:
    """Ask again over a new connection: the old one may have been closed by the other side."""
    try:
        return _reply(environ, content, ask)
    except (OperationalError, InterfaceError):
        connection.close()
        return refusal(503, "The database doesn't answer now. Ask again in a moment.")


def _reply(environ: WSGIEnvironment, content: bytes, ask: Callable[[Asker, bytes], Reply]) -> Reply:
    """The token first, then the question."""
    ours = connections[DEFAULT_DB_ALIAS]
    if not ours.in_atomic_block:
        ours.close_if_unusable_or_obsolete()
    found = callers.caller(environ.get("HTTP_AUTHORIZATION", ""), hot_tokens.token, environ)
    if isinstance(found, Reply):
        return found
    if len(content) > forms.MAX_BODY:
        return refusal(413, f"The body is larger than {forms.MAX_BODY} bytes.")
    reply = ask(found.asker, content)
    callers.note_use(found, environ)
    return reply


def _body(environ: WSGIEnvironment) -> bytes:
    """The body, read one byte further than it may be long."""
    length = environ.get("CONTENT_LENGTH") or ""
    most = int(length) if length.isdigit() else forms.MAX_BODY + 1
    found: bytes = environ["wsgi.input"].read(min(most, forms.MAX_BODY + 1))
    return found
