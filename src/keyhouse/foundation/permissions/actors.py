"""Who acts: one frozen actor, made once at the door."""

import dataclasses
import datetime as dt
import enum
import secrets
from dataclasses import dataclass, field
from typing import Protocol, Self

from keyhouse.foundation.permissions.names import Permission


class ActorKind(enum.StrEnum):
    """What kind of principal acts."""

    PERSON = "person"
    VISITOR = "visitor"
    CONNECTION = "connection"
    INTEGRATION = "integration"
    SYSTEM_USER = "system_user"
    PARTNER = "partner"
    OPERATOR = "operator"
    SYSTEM = "system"


class Strength(enum.IntEnum):
    """How strongly the sign-in proved who acts."""

    NONE = 0
    LINK = 1
    PASSWORD = 2
    SINGLE_SIGN_ON = 3
    TWO_FACTORS = 4


class HasId(Protocol):
    """Anything with an id of ours."""

    @property
    def id(self) -> int: ...


@dataclass(frozen=True, kw_only=True)
class Actor:
    """The one who acts, in one organization, with the strength and permissions known at the door.

    `steps` holds what a process may do for one person: pairs of permission and person id.
    `proved_at` is when she last proved who she is; None for those who bring a token and for jobs.
    `approved` names the deed that a second administrator approved, for which this actor was made.
    `relationship_id` is the external relationship by which she entered an organization that is not her own.
    `browser` is the hash of the cookie by which her browser is known again, for its next sign-in.
    `correlation` joins the audit events of one request or process.
    """

    kind: ActorKind
    id: int | None = None
    name: str = ""
    organization_id: int | None = None
    person_id: int | None = None
    home_organization_id: int | None = None
    email: str = ""
    strength: Strength = Strength.NONE
    permissions: frozenset[Permission] = frozenset()
    steps: frozenset[tuple[Permission, int]] = frozenset()
    link: str = ""
    session_id: int | None = None
    proved_at: dt.datetime | None = None
    approved: str = ""
    relationship_id: int | None = None
    ip: str = ""
    device: str = ""
    browser: str = ""
    correlation: str = field(default_factory=lambda: secrets.token_hex(16))

    def within(self, permission: Permission, person: HasId) -> Self:
        """The same actor inside a process, allowed this one step for this one person and nothing else."""
        return dataclasses.replace(self, permissions=frozenset(), steps=frozenset({(permission, person.id)}))

    def entering(self, organization_id: int, permissions: frozenset[Permission] = frozenset()) -> Self:
        """The same actor in another organization that she entered through a live membership or relationship."""
        return dataclasses.replace(self, organization_id=organization_id, permissions=permissions)


def system_actor(organization_id: int | None = None) -> Actor:
    """The actor of jobs and schedules."""
    return Actor(kind=ActorKind.SYSTEM, name="Keyhouse", organization_id=organization_id)


def operator_actor(organization_id: int | None = None) -> Actor:
    """The actor of the command line on the server."""
    return Actor(kind=ActorKind.OPERATOR, name="the operator", organization_id=organization_id)


def visitor(
    *,
    link: str = "",
    ip: str = "",
    device: str = "",
    browser: str = "",
    session_id: int | None = None,
    home_organization_id: int | None = None,
) -> Actor:
    """Somebody who has not proved who she is, perhaps holding a link (named by its hash) and an older session."""
    return Actor(
        kind=ActorKind.VISITOR,
        link=link,
        ip=ip,
        device=device,
        browser=browser,
        session_id=session_id,
        home_organization_id=home_organization_id,
        strength=Strength.LINK if link else Strength.NONE,
    )
