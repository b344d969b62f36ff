"""Small web pages on loopback, for the practice identity provider and the mail page."""

import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from urllib.parse import parse_qsl
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.contrib.staticfiles import finders
from django.db import connections
from django.template import Context, Engine

HERE = Path(__file__).parent
LARGEST_FORM = 1_000_000
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none';"
    " frame-ancestors 'none'; form-action 'self'"
)
_engine = Engine(dirs=[str(HERE / "templates")], builtins=["django.templatetags.i18n"])


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request to one of these pages."""

    method: str
    path: str
    query: Mapping[str, str]
    form: Mapping[str, str]
    is_own: bool
    is_here: bool = True


@dataclass(frozen=True, kw_only=True)
class Page:
    """An answer; `posts_to` names the one other origin to which its form goes or is sent on."""

    body: bytes = b""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    location: str = ""
    posts_to: str = ""


@dataclass(frozen=True, kw_only=True)
class Site:
    """Pages by method and pattern of the path; the groups of the pattern go to the page by name."""

    pages: Sequence[tuple[str, str, Callable[..., Page]]] = field(default_factory=list)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request as a WSGI application."""
        asked = _asked(environ)
        page = self.answer(asked)
        headers = [
            ("Content-Type", page.type),
            ("Content-Length", str(len(page.body))),
            ("Cache-Control", "no-store"),
            ("Referrer-Policy", "same-origin"),
            ("Content-Security-Policy", POLICY + (f" {page.posts_to}" if page.posts_to else "")),
        ]
        if page.location:
            headers.append(("Location", page.location))
        start_response(f"{page.status} {HTTPStatus(page.status).phrase}", headers)
        return [page.body]

    def answer(self, asked: Asked) -> Page:
        """The page for a request; another host name, or a form that another site posted, is refused."""
        if not asked.is_here:
            return Page(status=421, body=b"This page is served on loopback only.", type="text/plain")
        if asked.method == "POST" and not asked.is_own:
            return Page(status=403, body=b"This form was sent from another site.", type="text/plain")
        for method, pattern, make in (*self.pages, ("GET", r"/static/(?P<name>(?!.*\.\.)[a-z0-9/._-]+)", _static)):
            found = re.fullmatch(pattern, asked.path)
            if found and method == asked.method:
                return make(asked, **found.groupdict())
        return Page(status=404, body=b"There is no such page.", type="text/plain")


def draw(template: str, **values: object) -> bytes:
    """Fill in a template of the demo."""
    return _engine.get_template(f"demo/{template}.html").render(Context(values)).encode()


def see_other(location: str) -> Page:
    """Send the browser on after a form."""
    return Page(status=303, location=location)


def serve(site: Site, host: str, port: int) -> None:
    """Serve a site from a thread of this process until the process ends."""
    server = make_server(host, port, site, server_class=_Server, handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, name=f"{host}:{port}", daemon=True).start()


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, which takes its database connection along when it ends."""
        super().process_request_thread(request, client_address)
        connections.close_all()


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Log nothing: addresses of these pages may hold messages of a sign-in."""


def _asked(environ: Mapping[str, Any]) -> Asked:
    length = min(int(environ.get("CONTENT_LENGTH") or 0), LARGEST_FORM)
    body = environ["wsgi.input"].read(length) if length else b""
    own = f"http://{environ.get('HTTP_HOST', '')}"
    return Asked(
        method=environ["REQUEST_METHOD"],
        path=environ.get("PATH_INFO", "/"),
        query=dict(parse_qsl(environ.get("QUERY_STRING", ""))),
        form=dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)),
        is_own=environ.get("HTTP_ORIGIN", own) == own,
        is_here=environ.get("HTTP_HOST", "").rpartition(":")[0] in LOOPBACK,
    )


def _static(asked: Asked, name: str) -> Page:
    own = HERE / "static" / name
    path = own if own.is_file() and own.resolve().is_relative_to(HERE / "static") else finders.find(name)
    if not path:
        return Page(status=404, body=b"", type="text/plain")
    return Page(body=Path(str(path)).read_bytes(), type=TYPES.get(Path(str(path)).suffix, "text/plain"))
