"""The table of routes: method and path, and what answers."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from keyhouse.endpoints.scim import accounts, discovery
from keyhouse.endpoints.scim.answers import Answer
from keyhouse.protocols.scim.errors import MethodNotAllowed, NotFound

Handler = Callable[..., Answer]


@dataclass(frozen=True)
class Route:
    """One method on one path; `writes` says that it runs in a transaction together with its row of the request log."""

    method: str
    path: re.Pattern[str]
    handler: Handler
    writes: bool = False


def _route(method: str, path: str, handler: Handler, *, writes: bool = False) -> Route:
    return Route(method, re.compile(path.replace("{}", "([^/]+)") + r"\Z"), handler, writes)


ROUTES = [
    _route("GET", "/Users", accounts.listing),
    _route("POST", "/Users", accounts.create, writes=True),
    _route("POST", "/Users/.search", accounts.search_by_body),
    _route("GET", "/Users/{}", accounts.fetch),
    _route("PUT", "/Users/{}", accounts.replace, writes=True),
    _route("PATCH", "/Users/{}", accounts.patch, writes=True),
    _route("DELETE", "/Users/{}", accounts.remove, writes=True),
    _route("POST", "/.search", accounts.search_by_body),
    _route("GET", "/ServiceProviderConfigs?", discovery.configuration),
    _route("GET", "/ResourceTypes", discovery.resource_types),
    _route("GET", "/ResourceTypes/{}", discovery.resource_type),
    _route("GET", "/Schemas", discovery.schemas),
    _route("GET", "/Schemas/(.+)", discovery.schema),
    _route("GET", "/Groups", discovery.no_groups),
    *(_route(method, "/Groups", discovery.groups_later) for method in ("POST",)),
    *(_route(method, "/Groups/{}", discovery.groups_later) for method in ("GET", "PUT", "PATCH", "DELETE", "POST")),
    _route("POST", "/Bulk", discovery.bulk_later),
    *(_route(method, "/Me", discovery.myself) for method in ("GET", "PUT", "PATCH", "DELETE", "POST")),
]


def find(method: str, path: str) -> tuple[Route, tuple[str, ...]]:
    """The route of a request, and the parts of its path. Raises NotFound, MethodNotAllowed."""
    asked = "GET" if method == "HEAD" else method
    fitting = [(route, match) for route in ROUTES if (match := route.path.match(path))]
    if not fitting:
        raise NotFound("There is nothing at this address.")
    for route, match in fitting:
        if route.method == asked:
            return route, match.groups()
    allowed = tuple(sorted({route.method for route, _ in fitting}))
    raise MethodNotAllowed(f"This address answers {', '.join(allowed)} only.", allowed)
