"""The pure predicates of the permission table: each reads only the actor and the facts."""

from collections.abc import Callable

from keyhouse.foundation.permissions.actors import Actor, ActorKind, Strength
from keyhouse.foundation.permissions.facts import Facts
from keyhouse.foundation.permissions.names import Permission

Predicate = Callable[[Actor, Facts], bool]

ORDER_OF_LEVELS = ("", "basic", "apps", "full")


def holds(permission: Permission) -> Predicate:
    """The actor's roles give this permission."""

    def holds_it(actor: Actor, facts: Facts) -> bool:
        return permission in actor.permissions

    holds_it.__doc__ = f"holds {permission.value}."
    return holds_it


def step(permission: Permission) -> Predicate:
    """The actor is inside a process that needs this step for this person."""

    def step_for_her(actor: Actor, facts: Facts) -> bool:
        return facts.person_id is not None and (permission, facts.person_id) in actor.steps

    step_for_her.__doc__ = "inside a process that needs this step for this person."
    return step_for_her


def in_its_organization(actor: Actor, facts: Facts) -> bool:
    """acts in the organization of the thing."""
    return facts.organization_id is not None and actor.organization_id == facts.organization_id


def not_hosted_by_it(actor: Actor, facts: Facts) -> bool:
    """is no guest whom this very host has let in."""
    return not (facts.hosted_here and actor.relationship_id is not None)


def is_operator(actor: Actor, facts: Facts) -> bool:
    """is the operator at the command line."""
    return actor.kind is ActorKind.OPERATOR


def is_system(actor: Actor, facts: Facts) -> bool:
    """is a job or schedule of the organization of the thing."""
    return actor.kind is ActorKind.SYSTEM and actor.organization_id == facts.organization_id


def is_person(actor: Actor, facts: Facts) -> bool:
    """is a signed-in person."""
    return actor.kind is ActorKind.PERSON


def is_integration(actor: Actor, facts: Facts) -> bool:
    """is an integration that brings a token."""
    return actor.kind is ActorKind.INTEGRATION


def is_herself(actor: Actor, facts: Facts) -> bool:
    """is the person concerned."""
    return actor.person_id is not None and actor.person_id == facts.person_id


def is_its_connection(actor: Actor, facts: Facts) -> bool:
    """is the connection that manages the person."""
    return actor.kind is ActorKind.CONNECTION and actor.id is not None and actor.id == facts.connection_id


def is_connection(actor: Actor, facts: Facts) -> bool:
    """is a provisioning connection."""
    return actor.kind is ActorKind.CONNECTION


def member_of_it(actor: Actor, facts: Facts) -> bool:
    """is in the portfolio."""
    return facts.level in ORDER_OF_LEVELS[1:]


def full_control_of_it(actor: Actor, facts: Facts) -> bool:
    """has full control of the portfolio."""
    return facts.level == "full"


def manages_partners_of_it(actor: Actor, facts: Facts) -> bool:
    """may manage the partners of the portfolio."""
    return facts.level == "full" or "partners" in facts.options


def full_control_of_asset(actor: Actor, facts: Facts) -> bool:
    """has full control of the asset."""
    return facts.full_control_of_asset


def owns_it(actor: Actor, facts: Facts) -> bool:
    """owns the group."""
    return facts.owns_it


def never_more_than_own_access(actor: Actor, facts: Facts) -> bool:
    """hands out no more than her own access."""
    wanted = str(facts.handing_out or "basic")
    return wanted in ORDER_OF_LEVELS and ORDER_OF_LEVELS.index(wanted) <= ORDER_OF_LEVELS.index(facts.level)


def visitor_holding_its_link(actor: Actor, facts: Facts) -> bool:
    """holds the link."""
    return bool(facts.link) and actor.link == facts.link


def signed_in_as_its_address(actor: Actor, facts: Facts) -> bool:
    """is signed in as the address it was made for."""
    return actor.kind is ActorKind.PERSON and bool(facts.address) and actor.email == facts.address


def signed_in_strongly(actor: Actor, facts: Facts) -> bool:
    """signed in by single sign-on or with two factors."""
    return actor.strength >= Strength.SINGLE_SIGN_ON


def anybody(actor: Actor, facts: Facts) -> bool:
    """anybody."""
    return True
