"""The three diagnostic addresses; the full answers are for loopback and for whoever holds the metrics token."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from keyhouse.endpoints.operations import measures, readiness
from keyhouse.foundation import secrets

FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; it asks nothing of the database."""
    return JsonResponse({"status": "alive"})


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Whether requests can be served: 200 or 503; each check by name only for those who run the server."""
    checks = readiness.checks()
    ready = all(check.passed for check in checks)
    answer: dict[str, object] = {"status": "ready" if ready else "not ready"}
    if may_diagnose(request):
        answer["checks"] = [{"name": one.name, "passed": one.passed, "found": one.found} for one in checks]
    return JsonResponse(answer, status=200 if ready else 503)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Figures in the format of Prometheus; 404 for everybody else, as if the address did not exist."""
    if not may_diagnose(request):
        return HttpResponse(status=404)
    return HttpResponse(measures.exposition(), content_type=measures.CONTENT_TYPE)


def may_diagnose(request: HttpRequest) -> bool:
    """Whether the caller is on this machine itself, or holds KEYHOUSE_METRICS_TOKEN."""
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    token = settings.KEYHOUSE.metrics_token
    if token and kind.lower() == "bearer":
        return secrets.same(secrets.hash_of(given.strip()), secrets.hash_of(token))
    return _is_loopback(str(request.META.get("REMOTE_ADDR", ""))) and not any(
        name in request.META for name in FORWARDED
    )


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
