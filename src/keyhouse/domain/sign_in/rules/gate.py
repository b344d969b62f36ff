"""Pure rules of signing in: the one gate, and who may hand out what by a token."""

import datetime as dt
from collections.abc import Iterable

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.organizations.models import Organization, OrganizationState
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.sign_in.errors import (
    ConnectionOff,
    NotStartedYet,
    OrganizationSuspended,
    PersonNotActive,
)
from keyhouse.domain.sign_in.models import TokenKind
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, ActorKind, Permission
from keyhouse.foundation.permissions.table import RESERVED

ROTATION = dt.timedelta(hours=24)
SOON = dt.timedelta(days=30)
TOKEN_PREFIX = {
    TokenKind.PROVISIONING: "kh_scim_",
    TokenKind.INTEGRATION: "kh_api_",
    TokenKind.SYSTEM_USER: "kh_sys_",
    TokenKind.PERSON: "kh_own_",
}
TOKEN_PERMISSION = {
    TokenKind.PROVISIONING: Permission.PROVISIONING_MANAGE,
    TokenKind.INTEGRATION: Permission.INTEGRATIONS_MANAGE,
    TokenKind.SYSTEM_USER: Permission.TOKEN_CHANGE,
    TokenKind.PERSON: Permission.OWN_ACCOUNT,
}
FOR_INTEGRATIONS = frozenset({Permission.ACCOUNTS_MANAGE, Permission.SECURITY_LOGS_READ})


def why_not_usable(
    person: Person,
    organization: Organization | None,
    connection: Connection | None = None,
    at: dt.datetime | None = None,
) -> BrokenRule | None:
    """The one gate: why this login may not act now, or None when it may.

    `organization` is the one that owns the account, None for a personal login; `connection` the one she came through.
    """
    if organization is not None and organization.state != OrganizationState.ACTIVE:
        return OrganizationSuspended(organization=organization.name)
    if person.organization_id != (organization.id if organization else None) or person.state != PersonState.ACTIVE:
        return PersonNotActive()
    if person.start_date is not None and person.start_date > (at or clock.now()):
        return NotStartedYet(day=person.start_date.date())
    if connection is not None and not (connection.is_on and connection.organization_id == person.organization_id):
        return ConnectionOff(connection=connection.name)
    return None


def beyond_own(by: Actor, permissions: Iterable[Permission], kind: TokenKind) -> Permission | None:
    """The first permission that this actor may not hand out by a token of this kind, or None.

    What only integrations hold may be handed out by who manages them, `decide` by a System admin. A person's own token
    holds nothing but what she holds herself, and what is reserved to System admins stands in no other.
    """
    if kind is TokenKind.PERSON:
        return next((one for one in permissions if one not in by.permissions), None)
    if reserved := next((one for one in permissions if one in RESERVED), None):
        return reserved
    if by.kind is not ActorKind.PERSON:
        return None
    system_admin = Permission.ASSIGN_ADMIN_ROLES in by.permissions
    own = by.permissions | FOR_INTEGRATIONS | (frozenset({Permission.DECIDE}) if system_admin else frozenset())
    return next((one for one in permissions if one not in own), None)
