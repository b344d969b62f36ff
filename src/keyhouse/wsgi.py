"""The door of the server: the WSGI application that granian runs; decisions are answered ahead of Django."""

import os
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "keyhouse.settings")

pages = get_wsgi_application()

from keyhouse.endpoints.decisions.hot_door import door  # noqa: E402 -- Django comes first


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer a question about access at once, and leave everything else to Django."""
    answer = door(environ, start_response)
    return pages(environ, start_response) if answer is None else answer
