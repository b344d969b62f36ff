"""External relationships: offers, the relationships on either side, and their guests."""

from ninja import Schema
from pydantic import Field

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.relationships import actions, queries
from keyhouse.domain.relationships.rules import Access, Holding, Terms
from keyhouse.endpoints.api.forms import Form, Id, Line, Many, Moment, everything
from keyhouse.endpoints.api.routing import Panel, Request
from keyhouse.foundation.permissions import Permission

panel = Panel("External relationships")

VIEW, MANAGE = Permission.RELATIONSHIPS_VIEW, Permission.RELATIONSHIPS_MANAGE
ALL = "/external-relationships"
ONE = f"{ALL}/{{id:relationship}}"
OFFERS = f"{ALL}/invitations"
GUESTS = f"{ALL}/guests"


class Relationship(Schema):
    """A relationship between a host and the organization whose people come."""

    id: Id
    host: str = Field(alias="organization.name")
    guest: str = Field(alias="partner_organization.name")
    state: str
    may_hold: list[str]
    auto_approve: bool
    second_factor_required: bool
    made_at: Moment
    until: Moment


class RelationshipTerms(Form):
    """The terms of the host; what is left out stays."""

    may_hold: list[Holding] | None = None
    auto_approve: bool | None = None
    second_factor_required: bool | None = None
    until: Moment | None = None


class RelationshipOffer(Schema):
    """An offer of a relationship."""

    id: Id
    organization: str = Field(alias="organization.name")
    kind: str
    offers_to_host: bool
    email: str
    note: str
    state: str
    until: Moment


class NewRelationshipId(Form):
    """Which side this organization would be."""

    hosting: bool = True


class MadeRelationshipId(Schema):
    """A relationship ID, told once."""

    id: Id
    code: str
    until: Moment


class OrganizationInvitation(Form):
    """Whom to invite: an administrator of another organization."""

    email: Line
    hosting: bool = True
    note: Line = ""


class RelationshipCode(Form):
    """A relationship ID of another organization."""

    code: Line


class RelationshipGuest(Schema):
    """A person of the guest organization in a relationship."""

    id: Id
    relationship: Id = Field(alias="relationship_id")
    person: Id = Field(alias="person_id")
    name: str = Field(alias="person.name")
    email: str = Field(alias="person.email")
    state: str
    note: str
    asked_at: Moment


class NewGuests(Form):
    """The people to add, by their ids."""

    people: list[Id] = Field(min_length=1, max_length=100)
    note: Line = ""


class GuestAccess(Form):
    """All that a guest is to hold."""

    external_system_admin: bool = False
    products: list[Id] = Field(default_factory=list, max_length=100)

    def access(self) -> Access:
        """The same as the domain says it."""
        return Access(
            external_system_admin=self.external_system_admin,
            products=tuple(sorted(set(self.products))),
        )


@panel.get(ALL, needs=VIEW, answer=Many[Relationship])
def list_relationships(request: Request, text: Line = "", ended: bool = False) -> dict[str, object]:
    """The relationships of the organization, on either side."""
    return everything([row for row, _guests in queries.listed(request.actor, search=text, ended=ended)])


@panel.get(OFFERS, needs=VIEW, answer=Many[RelationshipOffer])
def list_relationship_offers(request: Request, received: bool = True) -> dict[str, object]:
    """The offers that wait for an answer, or those made here."""
    return everything((queries.offers_received if received else queries.offers_made)(request.actor))


@panel.post(f"{OFFERS}/relationship-id", needs=MANAGE, answer=MadeRelationshipId)
def make_relationship_id(request: Request, body: NewRelationshipId) -> object:
    """Make a relationship ID; it works once, within 7 days."""
    own = organizations.organization(request.actor.organization_id or 0)
    made, code = actions.make_relationship_id(by=request.actor, organization=own, hosting=body.hosting)
    return {"id": made.id, "code": code, "until": made.until}


@panel.post(OFFERS, needs=MANAGE, answer=RelationshipOffer)
def invite_organization(request: Request, body: OrganizationInvitation) -> object:
    """Invite another organization by an administrator's address."""
    own = organizations.organization(request.actor.organization_id or 0)
    return actions.invite_organization(
        by=request.actor, organization=own, email=body.email, hosting=body.hosting, note=body.note
    )


@panel.post(f"{OFFERS}/entry", needs=MANAGE, answer=RelationshipOffer, status=200)
def enter_relationship_id(request: Request, body: RelationshipCode) -> object:
    """Enter a relationship ID of another organization."""
    own = organizations.organization(request.actor.organization_id or 0)
    return actions.use_relationship_id(by=request.actor, organization=own, code=body.code)


@panel.post(f"{OFFERS}/{{id:offer}}/acceptance", needs=MANAGE, answer=Relationship, status=200)
def accept_relationship(request: Request, offer: Id) -> object:
    """Accept an offer."""
    made = actions.accept_relationship(by=request.actor, offer=queries.offer(request.actor, offer))
    return queries.relationship(request.actor, made.id)


@panel.post(f"{OFFERS}/{{id:offer}}/decline", needs=MANAGE, answer=None)
def decline_relationship(request: Request, offer: Id) -> None:
    """Decline an offer."""
    actions.decline_relationship(by=request.actor, offer=queries.offer(request.actor, offer))


@panel.delete(f"{OFFERS}/{{id:offer}}", needs=MANAGE)
def cancel_relationship_offer(request: Request, offer: Id) -> None:
    """Take an own offer back."""
    actions.cancel_relationship_offer(by=request.actor, offer=queries.offer(request.actor, offer))


@panel.get(f"{ALL}/member-requests", needs=VIEW, answer=Many[RelationshipGuest])
def list_member_requests(request: Request) -> dict[str, object]:
    """The people who wait to be let in."""
    return everything(queries.requests(request.actor))


@panel.get(ONE, needs=VIEW, answer=Relationship)
def read_relationship(request: Request, relationship: Id) -> object:
    """One relationship."""
    return queries.relationship(request.actor, relationship)


@panel.patch(ONE, needs=MANAGE, answer=Relationship)
def change_relationship(request: Request, relationship: Id, body: RelationshipTerms) -> object:
    """Change the terms on which the host lets guests in."""
    found = queries.relationship(request.actor, relationship)
    given = body.dict(exclude_none=True)
    terms = Terms(
        may_hold=tuple(given.get("may_hold", [Holding(one) for one in found.may_hold])),
        auto_approve=given.get("auto_approve", found.auto_approve),
        second_factor_required=given.get("second_factor_required", found.second_factor_required),
        until=given.get("until", found.until),
    )
    actions.change_relationship(by=request.actor, relationship=found, terms=terms)
    return queries.relationship(request.actor, relationship)


@panel.delete(ONE, needs=MANAGE)
def end_relationship(request: Request, relationship: Id) -> None:
    """End a relationship with all that its guests hold by it."""
    actions.end_relationship(by=request.actor, relationship=queries.relationship(request.actor, relationship))


@panel.get(f"{ONE}/guests", needs=VIEW, answer=Many[RelationshipGuest])
def list_guests(request: Request, relationship: Id) -> dict[str, object]:
    """The guests of a relationship."""
    return everything(queries.guests_of(request.actor, queries.relationship(request.actor, relationship)))


@panel.post(f"{ONE}/guests", needs=MANAGE, answer=Many[RelationshipGuest])
def add_guests(request: Request, relationship: Id, body: NewGuests) -> dict[str, object]:
    """Add people of the guest organization."""
    found = queries.relationship(request.actor, relationship)
    chosen = [people.person(request.actor, one) for one in dict.fromkeys(body.people)]
    return everything(actions.add_guests(by=request.actor, relationship=found, people=chosen, note=body.note))


@panel.post(f"{GUESTS}/{{id:guest}}/approval", needs=MANAGE, answer=RelationshipGuest, status=200)
def approve_guest(request: Request, guest: Id, body: GuestAccess) -> object:
    """Let a guest in, with what she is to hold."""
    found = queries.guest(request.actor, guest)
    return actions.approve_guest(by=request.actor, guest=found, access=body.access())


@panel.post(f"{GUESTS}/{{id:guest}}/decline", needs=MANAGE, answer=None)
def decline_guest(request: Request, guest: Id) -> None:
    """Don't let a guest in."""
    actions.decline_guest(by=request.actor, guest=queries.guest(request.actor, guest))


@panel.put(f"{GUESTS}/{{id:guest}}/access", needs=MANAGE, answer=RelationshipGuest)
def change_guest_access(request: Request, guest: Id, body: GuestAccess) -> object:
    """Set all that a guest holds here by the relationship."""
    found = queries.guest(request.actor, guest)
    actions.change_guest_access(by=request.actor, guest=found, access=body.access())
    return queries.guest(request.actor, guest)


@panel.delete(f"{GUESTS}/{{id:guest}}", needs=MANAGE)
def remove_guest(request: Request, guest: Id) -> None:
    """End the place of a guest, from either side."""
    actions.remove_guest(by=request.actor, guest=queries.guest(request.actor, guest))
