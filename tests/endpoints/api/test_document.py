"""The OpenAPI document is true: whatever it allows is answered as it says, and nothing makes the server fail."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from ninja import Schema
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from keyhouse.endpoints.api.panels import PANELS
from keyhouse.endpoints.api.routing import Panel
from keyhouse.endpoints.api.urls import openapi
from tests.endpoints.api.calling import Caller, own_token, routes

SCHEMA = schemathesis.openapi.from_dict(openapi())
SCHEMA.app = get_wsgi_application()
OPERATIONS = {found.ok().definition.raw["operationId"]: found.ok() for found in SCHEMA.get_all_operations()}
CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]
OFTEN = 15


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """A request leaves the connection of the test open, as Django's own test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_an_operation_answers_as_the_document_says(name: str, cast: Any):
    token = own_token(cast.ada)

    @settings(
        max_examples=OFTEN,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(case=OPERATIONS[name].as_strategy())
    def try_it(case: Any) -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=CHECKS)

    try_it()


def test_the_document_names_each_route_with_its_permission():
    documented = {
        (method.upper(), path): operation["x-permission"]
        for path, methods in openapi()["paths"].items()
        for method, operation in methods.items()
    }

    assert len(documented) == len(routes())
    assert all(documented[method, path] for method, path in documented if path != "/api/v1/me")


def test_the_document_is_open_and_says_where_it_stands():
    answer = Caller()("GET", "/openapi.json")

    assert answer.status_code == 200 and answer.json()["openapi"].startswith("3.")


def test_two_forms_never_share_a_name():
    """The document names forms by their class: two of one name would be one."""
    forms = [name for panel in PANELS for name in forms_of(panel)]
    names = [name for name, _module in set(forms)]

    assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)


def forms_of(panel: Panel) -> list[tuple[str, str]]:
    """The forms in the file of a panel, with the file where each was written."""
    (view, *_) = [one for path in panel.router.path_operations.values() for one in path.operations]
    members = vars(sys.modules[view.view_func.__wrapped__.__module__]).values()
    return [(one.__name__, one.__module__) for one in members if isinstance(one, type) and issubclass(one, Schema)]


def test_two_operations_never_share_a_name():
    names = [route.name for route in routes()]

    assert len(names) == len(set(names))
