"""Every route of the API is tried by four: nobody, Mallory of another organization, a token that may not, and Ada's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from keyhouse.endpoints.api.routing import Route
from tests.architecture.tree import listed
from tests.endpoints.api.calling import Caller, arguments_of, filled, integration_token, own_token, routes
from tests.tools.at_the_door import things_of
from tests.tools.test_four_at_every_door import OF_ACME

FOUND = {200, 201, 204, 409, 422}


@pytest.fixture
def things(cast: Any) -> dict[str, Any]:
    """An id of Acme's for each name that stands in an address."""
    return things_of(cast)


def test_each_argument_of_a_route_is_tried_with_a_thing_of_acmes(things: dict[str, Any]):
    missing = {name for route in routes() for name in arguments_of(route)} - set(things)

    assert not missing, f"tests/tools/at_the_door.py: things_of names no {sorted(missing)}"


def test_nobody_gets_a_401(things: dict[str, Any]):
    faults = tried(Caller(), things, lambda route, answer: answer.status_code != 401)

    assert not faults, listed(faults)


def test_a_wrong_token_gets_a_401(things: dict[str, Any]):
    faults = tried(Caller("kh_own_wrong"), things, lambda route, answer: answer.status_code != 401)

    assert not faults, listed(faults)


def test_a_token_without_the_permission_gets_a_403(cast: Any, things: dict[str, Any]):
    powerless = Caller(integration_token(cast.scim))

    faults = tried(powerless, things, lambda route, answer: bool(route.needs) and answer.status_code != 403)

    assert not faults, listed(faults)


def test_mallory_finds_nothing_of_acmes(cast: Any, things: dict[str, Any]):
    """AUTH-1: what is Acme's is answered to another organization as if it did not exist."""
    hers = Caller(own_token(cast.mallory))

    faults = tried(hers, things, lambda route, answer: any(word in answer.content for word in OF_ACME))

    assert not faults, listed(faults)


def test_mallory_gets_the_answer_of_what_never_existed(cast: Any, things: dict[str, Any]):
    hers, never = Caller(own_token(cast.mallory)), dict.fromkeys(things, 999)

    faults = [
        f"{route.method} {route.path}: {theirs} and {nothings}"
        for route in routes()
        if arguments_of(route)
        and (theirs := rolled_back(hers, route, things).status_code)
        != (nothings := rolled_back(hers, route, never).status_code)
    ]

    assert not faults, listed(faults)


def test_ada_opens_every_route(cast: Any, things: dict[str, Any]):
    faults = tried(Caller(own_token(cast.ada)), things, lambda route, answer: answer.status_code not in FOUND)

    assert not faults, listed(faults)


def tried(who: Caller, things: dict[str, Any], is_fault: Callable[[Route, Any], bool]) -> list[str]:
    """The routes whose answer to somebody is a fault."""
    answers = [(route, rolled_back(who, route, things)) for route in routes()]
    return [
        f"{route.method} {route.path}: {answer.status_code}" for route, answer in answers if is_fault(route, answer)
    ]


def rolled_back(who: Caller, route: Route, things: dict[str, Any]) -> Any:
    """The answer to a request whose effect is taken back, so that the next one finds the same things."""
    with transaction.atomic():
        answer = who(route.method, filled(route, things), None if route.method == "GET" else {})
        transaction.set_rollback(True)
    return answer
