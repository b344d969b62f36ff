"""Visiting a page as somebody, without a server: the door is left out, everything behind it is real."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test import RequestFactory
from django.urls import resolve

from keyhouse.foundation.permissions import Actor


def visit(who: Actor | None, path: str, data: dict[str, Any] | None = None, **headers: str) -> HttpResponseBase:
    """Open a page, or send it a form; `who` None is nobody."""
    factory = RequestFactory(headers=headers)
    request: HttpRequest = factory.get(path) if data is None else factory.post(path, data)
    request.actor = who  # type: ignore[attr-defined]
    request.resolver_match = match = resolve(request.path)
    response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
    return response


def text_of(response: HttpResponseBase) -> str:
    """What a page shows, with its markup."""
    return response.content.decode()  # type: ignore[attr-defined]
