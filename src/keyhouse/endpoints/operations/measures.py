"""Figures about requests and jobs, and the middleware that counts requests."""

import os
import time
from collections.abc import Callable, Iterator

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client import REGISTRY as OF_THIS_PROCESS
from prometheus_client.metrics_core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from keyhouse.foundation.jobs import queries

CONTENT_TYPE = CONTENT_TYPE_LATEST
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
REQUESTS = Counter("keyhouse_requests_total", "Requests answered.", ["method", "route", "status"])
SECONDS = Histogram("keyhouse_request_seconds", "Time to answer.", ["route"], buckets=BOUNDS)
log = structlog.get_logger(__name__)


class _Queue(Collector):
    """How the queue of jobs stands, asked of the database when figures are read."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """One gauge with a value for each state."""
        backlog = queries.backlog()
        family = GaugeMetricFamily("keyhouse_jobs", "Jobs that are not done.", labels=["state"])
        for state, count in (("waiting", backlog.waiting), ("running", backlog.running), ("dead", backlog.dead)):
            family.add_metric([state], count)
        yield family


def exposition() -> bytes:
    """The figures of all web processes of this server, and how the queue of jobs stands."""
    registry = CollectorRegistry()
    registry.register(_Queue())
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)
    return generate_latest(OF_THIS_PROCESS) + generate_latest(registry)


def measured(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Count and log each request by its route, never by its path: a path may hold a secret."""

    def middleware(request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = get_response(request)
        seconds = time.perf_counter() - begun
        match = request.resolver_match
        route = (match.view_name or match.route if match else "") or "(none)"
        REQUESTS.labels(request.method, route, response.status_code).inc()
        SECONDS.labels(route).observe(seconds)
        (log.debug if settings.KEYHOUSE.dev else log.info)(
            "request", method=request.method, route=route, status=response.status_code, ms=round(seconds * 1000, 1)
        )
        return response

    return middleware
