"""The addresses of the product's own API: the panels, its document, and a plain 404 for the rest."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI

from keyhouse.endpoints.api import refusals
from keyhouse.endpoints.api.panels import PANELS

api = NinjaAPI(
    title="Keyhouse",
    version="1",
    description="What the pages of Keyhouse do, as JSON. Each route names the permission that its token needs.",
    urls_namespace="api",
    docs_url=None,
    openapi_url=None,
)
refusals.explain_all(api)
for panel in PANELS:
    api.add_router("", panel.router)


def document(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document; it holds nothing of any organization and is open."""
    return JsonResponse(openapi())


def openapi() -> dict[str, Any]:
    """The OpenAPI document as plain values."""
    found = dict(api.get_openapi_schema(path_prefix="/api/v1/"))
    found["servers"] = [{"url": settings.KEYHOUSE.base_url}]
    return found


urlpatterns = [
    path("openapi.json", document, name="openapi"),
    path("", api.urls),
    path("<path:path>", csrf_exempt(refusals.unknown)),
]
