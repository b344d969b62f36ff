"""Directory: the work accounts of the organization, and each deed that one of them can undergo."""

from ninja import Query, Schema
from pydantic import Field

from keyhouse.domain.deprovisioning import actions as leaving
from keyhouse.domain.directory import queries as directory
from keyhouse.domain.directory.rules import Filter
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries
from keyhouse.domain.people.rules import Profile, SignInMethod
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.endpoints.api.forms import Form, Id, Line, Many, Moment, Paging, many, place
from keyhouse.endpoints.api.routing import Panel, Request
from keyhouse.foundation.keyset import Place
from keyhouse.foundation.permissions import Permission

panel = Panel("People")


class Person(Schema):
    """A work account."""

    id: Id
    email: str
    name: str
    given_name: str
    family_name: str
    job_title: str
    department: str
    state: str
    sign_in_method: str
    managed_by: Id | None = Field(alias="managed_by_id")
    made_at: Moment
    last_active_at: Moment | None


class NewPerson(Form):
    """Whom to give a work account."""

    email: Line
    given_name: Line = ""
    family_name: Line = ""
    job_title: Line = ""
    department: Line = ""
    sign_in_method: SignInMethod | None = None
    invite: bool = True


class Reason(Form):
    """Why something is done to an account."""

    reason: Line = ""


@panel.get("/people", needs=Permission.PEOPLE_VIEW, answer=Many[Person])
def list_people(request: Request, paging: Query[Paging], search: Line = "", status: Line = "") -> dict[str, object]:
    """The work accounts by name."""
    wanted = Filter(text=search, states=(status,) if status else ())
    after = place(request, paging)
    at = Place(key=tuple(after)) if after else Place()
    found = directory.page(request.actor, wanted, directory.SORTS["name"], at, paging.limit + 1)
    return many(request, paging, found.cut.rows, lambda person: [person.name_folded, person.id])


@panel.get("/people/{id:person}", needs=Permission.PEOPLE_VIEW, answer=Person)
def read_person(request: Request, person: Id) -> object:
    """One work account."""
    return queries.person(request.actor, person)


@panel.post("/people", needs=Permission.PEOPLE_MANAGE, answer=Person)
def add_person(request: Request, body: NewPerson) -> object:
    """Give somebody a work account; on a verified domain she is invited at once unless `invite` is false."""
    return lifecycle.add_person(
        by=request.actor,
        organization=organizations.organization(request.actor.organization_id or 0),
        email=body.email,
        profile=Profile(
            given_name=body.given_name,
            family_name=body.family_name,
            job_title=body.job_title,
            department=body.department,
        ),
        method=body.sign_in_method,
        invite=body.invite,
    )


@panel.delete("/people/{id:person}", needs=Permission.PEOPLE_MANAGE)
def delete_person(request: Request, person: Id) -> None:
    """Delete an account that was deactivated or never activated."""
    leaving.delete_person(by=request.actor, person=queries.person(request.actor, person))


@panel.post("/people/{id:person}/deactivation", needs=Permission.PEOPLE_MANAGE, answer=Person, status=200)
def deactivate_person(request: Request, person: Id, body: Reason) -> object:
    """Deactivate an account: from this moment she can do nothing in any tool."""
    return leaving.deactivate_person(by=request.actor, person=queries.person(request.actor, person), cause=body.reason)


@panel.post("/people/{id:person}/reactivation", needs=Permission.PEOPLE_MANAGE, answer=Person, status=200)
def reactivate_person(request: Request, person: Id) -> object:
    """Bring an account back, as far as its access is still allowed."""
    return leaving.reactivate_person(by=request.actor, person=queries.person(request.actor, person))


@panel.post("/people/{id:person}/suspension", needs=Permission.PEOPLE_MANAGE, answer=Person, status=200)
def suspend_person(request: Request, person: Id, body: Reason) -> object:
    """Stop an account for an investigation; nothing is removed."""
    return leaving.suspend_person(by=request.actor, person=queries.person(request.actor, person), reason=body.reason)


@panel.post("/people/{id:person}/unsuspension", needs=Permission.PEOPLE_MANAGE, answer=Person, status=200)
def unsuspend_person(request: Request, person: Id, body: Reason) -> object:
    """Let a suspended account go on."""
    return leaving.unsuspend_person(by=request.actor, person=queries.person(request.actor, person), reason=body.reason)


@panel.post("/people/{id:person}/invitation", needs=Permission.PEOPLE_MANAGE, answer=None)
def invite_person(request: Request, person: Id) -> None:
    """Send the activation mail, again; the links before it stop working."""
    lifecycle.invite_to_activate(by=request.actor, person=queries.person(request.actor, person))


@panel.post("/people/{id:person}/sign-out", needs=Permission.PEOPLE_MANAGE, answer=None)
def sign_person_out(request: Request, person: Id) -> None:
    """End every session of a person."""
    sign_in.end_sessions(by=request.actor, person=queries.person(request.actor, person))
