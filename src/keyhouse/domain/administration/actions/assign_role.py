"""Give a person an admin role."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.administration.errors import (
    OwnRole,
    RoleHeldAlready,
    RoleNeedsUsableAccount,
    RoleNeedsVerifiedDomain,
)
from keyhouse.domain.administration.events import RoleAssigned
from keyhouse.domain.administration.models import Role, RoleHolder
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains.models import DomainState
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize, facts_of, require_fresh

GOOD_STATES = (PersonState.ADDED, PersonState.INVITED, PersonState.ACTIVE)
GOOD_DOMAINS = (DomainState.VERIFIED, DomainState.WARNING, DomainState.TRUSTED)


@transaction.atomic
def assign_role(*, by: Actor, role: Role, person: Person, until: dt.datetime | None = None) -> RoleHolder:
    """Give a person of the organization a role, for good or until a moment.

    Raises NotAllowed, NeedsFreshSignIn, OwnRole, RoleNeedsUsableAccount, RoleNeedsVerifiedDomain, RoleHeldAlready.
    """
    authorize(by, Permission.ASSIGN_ADMIN_ROLES, on=facts_of(role.organization_id))
    require_fresh(by, within=organizations.fresh_within(role.organization_id))

    if by.person_id == person.id:
        raise OwnRole()
    if person.organization_id != role.organization_id or person.state not in GOOD_STATES:
        raise RoleNeedsUsableAccount(name=person.name, state=person.state)
    domain = email_domains.domain_of(person.email_folded, role.organization_id)
    if by.kind is not ActorKind.OPERATOR and (domain is None or domain.state not in GOOD_DOMAINS):
        raise RoleNeedsVerifiedDomain(email=person.email, domain=person.domain)
    rows = RoleHolder.objects.of(role.organization_id)
    if rows.filter(role=role, person=person, source="direct").exists():
        raise RoleHeldAlready(name=person.name, role=role.name)

    holder: RoleHolder = rows.create(
        role=role, person=person, until=until, given_by_id=by.person_id, given_at=clock.now()
    )

    record(RoleAssigned(email=person.email, role=role.name), by=by, on=person)
    return holder
