"""A change that is interrupted anywhere has not happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from keyhouse.domain.deprovisioning import actions as leaving
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.lifecycle.rules import Incoming
from keyhouse.foundation.addresses import address
from tests.conftest import all_rows

MOST = 200


class Interrupted(Exception):
    """The process ended here, as far as the action can tell."""


def provision(cast: Any, actors: dict[str, Any]) -> None:
    incoming = Incoming(address=address("person1@acme.example"), external_id="00u1", active=True)
    lifecycle.provision_person(by=actors["okta"], connection=cast.scim, incoming=incoming)


def deactivate(cast: Any, actors: dict[str, Any]) -> None:
    leaving.deactivate_person(by=actors["ada"], person=cast.erin)


def reactivate(cast: Any, actors: dict[str, Any]) -> None:
    leaving.reactivate_person(by=actors["ada"], person=cast.dana)


@pytest.mark.parametrize("change", [provision, deactivate, reactivate])
def test_no_change_of_a_life_is_ever_partial(change: Callable[..., None], cast: Any, ada: Any, okta: Any):
    """REL-3: interrupted after statement 1, 2, 3, … the tables are those of before; whole, they are others."""
    actors = {"ada": ada, "okta": okta}
    before, steps = all_rows(), 0

    while interrupted_after(steps, lambda: change(cast, actors)):
        assert all_rows() == before, f"something stayed behind after statement {steps}"
        steps += 1

    assert steps > 3
    assert all_rows() != before


def interrupted_after(count: int, change: Callable[[], None]) -> bool:
    """Make a change that ends after so many statements; whether it was interrupted at all."""
    assert count < MOST
    done = 0

    def counting(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal done
        if sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            return execute(sql, params, many, context)
        if done >= count:
            raise Interrupted
        done += 1
        return execute(sql, params, many, context)

    try:
        with connection.execute_wrapper(counting):
            change()
    except Interrupted:
        return True
    return False
