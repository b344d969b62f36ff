"""Acme hosts people of Brightside: the relationship, and Cleo in it, written straight into the tables."""

from __future__ import annotations

import datetime as dt
from typing import Any

from keyhouse.domain.administration import actions as administration
from keyhouse.domain.administration.models import RoleCode, RoleHolder
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.domain.relationships.models import ExternalRelationship, Guest, RelationshipInvitation
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, operator_actor
from tests.cast import actor_of

ALL = ["external_system_admin", "products"]


def make_relationship(host: Organization, guest: Organization, **fields: Any) -> ExternalRelationship:
    """A relationship that lasts a year and lets guests hold everything."""
    administration.set_up_roles(by=operator_actor(host.id), organization=host)
    now = clock.now()
    defaults = {"made_at": now, "until": now + dt.timedelta(days=365), "may_hold": ALL}
    made: ExternalRelationship = ExternalRelationship.objects.of(host).create(
        partner_organization=guest, **{**defaults, **fields}
    )
    return made


def make_guest(relationship: ExternalRelationship, person: Person, state: str = "active", **fields: Any) -> Guest:
    """A person's place in a relationship."""
    made: Guest = Guest.objects.of(relationship.organization_id).create(
        partner_organization_id=relationship.partner_organization_id, relationship=relationship, person=person,
        state=state, asked_at=clock.now(), **fields,
    )  # fmt: skip
    return made


def make_external_admin(guest: Guest) -> RoleHolder:
    """A guest holds External system admin by her relationship."""
    host, relationship = guest.organization_id, guest.relationship
    role = administration_role(host)
    made: RoleHolder = RoleHolder.objects.of(host).create(
        role=role, person=guest.person, source="relationship", source_id=relationship.id, until=relationship.until,
        given_at=clock.now(),
    )  # fmt: skip
    return made


def administration_role(host_id: int) -> Any:
    """The role External system admin of an organization."""
    from keyhouse.domain.administration.models import Role

    return Role.objects.of(host_id).get(code=RoleCode.EXTERNAL_SYSTEM_ADMIN)


def make_offer(offerer: Organization, reached: Organization | None, *, hosting: bool = True) -> RelationshipInvitation:
    """An offer of a relationship that has reached an organization."""
    made: RelationshipInvitation = RelationshipInvitation.objects.of(offerer).create(
        partner_organization=reached, kind="code", offers_to_host=hosting, made_at=clock.now(),
        until=clock.now() + dt.timedelta(days=7),
    )  # fmt: skip
    return made


def entered(guest: Guest) -> Actor:
    """The actor that the door makes of a guest who switched to the host."""
    import dataclasses

    from keyhouse.domain.relationships import queries
    from keyhouse.foundation.permissions import Strength

    place = queries.place(guest.person, guest.relationship_id, Strength.TWO_FACTORS)
    assert place is not None
    inside = actor_of(guest.person, permissions=place.permissions, organization=guest.organization)
    return dataclasses.replace(inside, relationship_id=place.relationship_id)
