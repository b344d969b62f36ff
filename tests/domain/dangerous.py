"""The actions that ask for a fresh sign-in, each with things of the cast on which it could be done but for that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from keyhouse.domain.administration import actions as administration
from keyhouse.domain.administration.models import Role, RoleHolder
from keyhouse.domain.bulk_changes.actions import begin_bulk_change
from keyhouse.domain.bulk_changes.rules import Choice, Deed
from keyhouse.domain.connections import actions as connections
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import rules as proofs
from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.governance import actions as governance
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.organizations import actions as organizations
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.domain.recovery import actions as recovery
from keyhouse.domain.relationships import actions as relationships
from keyhouse.domain.relationships.rules import Access
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.domain.sign_in.models import TokenKind
from tests.cast import SYSTEM_ADMIN_PERMISSIONS, Cast, actor_of
from tests.domain.credentials.proofs import code_of
from tests.domain.governance.asked import ask
from tests.domain.relationships.related import make_guest, make_relationship
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


def guest_of(cast: Cast) -> Any:
    """Cleo of Brightside as a guest of Acme."""
    return make_guest(make_relationship(cast.acme, cast.brightside), cast.cleo)


def asked_by_erin(cast: Cast) -> Any:
    """What Erin asked for and Ada may approve."""
    return ask(actor_of(cast.erin, permissions=SYSTEM_ADMIN_PERMISSIONS), cast)


# The name of the action -> the action and its arguments, but for who does it: Ada, signed in for longer.
DANGEROUS: dict[str, Callable[[Cast], Done]] = {
    "activate_single_sign_on": lambda cast: (
        lifecycle.activate_single_sign_on,
        {"connection": make_sign_on(cast)},
    ),
    "approve": lambda cast: (governance.approve, {"approval": asked_by_erin(cast)}),
    "assign_role": lambda cast: (administration.assign_role, {"role": role_of(cast), "person": cast.ben}),
    "assign_role_to_several": lambda cast: (
        administration.assign_role_to_several,
        {"role": role_of(cast), "subjects": [cast.ben], "adult": True},
    ),
    "begin_bulk_change": lambda cast: (
        begin_bulk_change,
        {"deed": Deed.DEACTIVATE, "choice": Choice(people=(cast.erin.id,))},
    ),
    "change_guest_access": lambda cast: (
        relationships.change_guest_access,
        {"guest": guest_of(cast), "access": Access(external_system_admin=True)},
    ),
    "change_security_settings": lambda cast: (organizations.change_security_settings, {"wanted": {"wrong_tries": 5}}),
    "change_two_factor_rules": lambda cast: (
        organizations.change_two_factor_rules,
        {"wanted": {"two_factor_required": True}},
    ),
    "confirm_role": lambda cast: (administration.confirm_role, {"holder": erins(cast)}),
    "create_access_token": lambda cast: (
        sign_in.create_access_token,
        {"holder": cast.ada, "kind": TokenKind.PERSON, "name": "mine", "permissions": [], "days": 30},
    ),
    "deactivate_person": lambda cast: (deprovisioning.deactivate_person, {"person": cast.erin}),
    "delete_person": lambda cast: (deprovisioning.delete_person, {"person": cast.dana}),
    "issue_emergency_code": lambda cast: (credentials.issue_emergency_code, {"person": cast.ben}),
    "remove_role": lambda cast: (administration.remove_role, {"holder": erins(cast)}),
    "reset_second_factor": lambda cast: (credentials.reset_second_factor, {"person": cast.ben}),
    "reveal_person": lambda cast: (
        portfolios.reveal_person,
        {"portfolio": cast.spring_campaign, "person_id": cast.dana.id, "reason": "An audit"},
    ),
    "switch_off_sign_on": lambda cast: (connections.switch_off_sign_on, {"connection": make_sign_on(cast)}),
    "turn_on_second_factor": lambda cast: (recovery.turn_on_second_factor, new_app(cast)),
}
