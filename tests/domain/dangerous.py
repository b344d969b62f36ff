"""The actions that ask for a fresh sign-in, each with things of the cast on which it could be done but for that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from keyhouse.domain.administration import actions as administration
from keyhouse.domain.administration.models import Role, RoleHolder
from keyhouse.domain.connections import actions as connections
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import rules as proofs
from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.domain.recovery import actions as recovery
from tests.cast import Cast
from tests.domain.credentials.proofs import code_of
from tests.domain.sign_in.sign_on import make_sign_on

Done = tuple[Callable[..., Any], dict[str, Any]]


def role_of(cast: Cast) -> Role:
    """Acme's role System admin."""
    return Role.objects.of(cast.acme).get(code="system_admin")


def erins(cast: Cast) -> RoleHolder:
    """Erin's place in it."""
    return RoleHolder.objects.of(cast.acme).select_related("person", "role").get(person=cast.erin)


def new_app(cast: Cast) -> dict[str, Any]:
    """An authenticator app that Ada sets up."""
    secret = proofs.new_authenticator_secret()
    return {"person": cast.ada, "secret": secret, "code": code_of(secret), "recovery_codes": []}


# The name of the action -> the action and its arguments, but for who does it: Ada, signed in for longer.
DANGEROUS: dict[str, Callable[[Cast], Done]] = {
    "activate_single_sign_on": lambda cast: (
        lifecycle.activate_single_sign_on,
        {"connection": make_sign_on(cast)},
    ),
    "assign_role": lambda cast: (administration.assign_role, {"role": role_of(cast), "person": cast.ben}),
    "confirm_role": lambda cast: (administration.confirm_role, {"holder": erins(cast)}),
    "deactivate_person": lambda cast: (deprovisioning.deactivate_person, {"person": cast.erin}),
    "delete_person": lambda cast: (deprovisioning.delete_person, {"person": cast.dana}),
    "remove_role": lambda cast: (administration.remove_role, {"holder": erins(cast)}),
    "reset_second_factor": lambda cast: (credentials.reset_second_factor, {"person": cast.ben}),
    "reveal_person": lambda cast: (
        portfolios.reveal_person,
        {"portfolio": cast.spring_campaign, "person_id": cast.dana.id, "reason": "An audit"},
    ),
    "switch_off_sign_on": lambda cast: (connections.switch_off_sign_on, {"connection": make_sign_on(cast)}),
    "turn_on_second_factor": lambda cast: (recovery.turn_on_second_factor, new_app(cast)),
}
