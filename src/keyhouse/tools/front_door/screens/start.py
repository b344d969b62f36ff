"""Where to go: the tools that the signed-in person may open."""

from typing import Any

from keyhouse import ui
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.people import queries as people
from keyhouse.ui import Request, Response
from keyhouse.ui.frame import frame_for
from keyhouse.ui.responses import see_other


def index(request: Request) -> Response:
    """The first page: sign-in for nobody, the one tool that she may open, or a choice."""
    if getattr(request, "actor", None) is None:
        return see_other("/sign-in")
    tools, person = frame_for(request).tools, people.person(request.actor.home_organization_id, request.actor.person_id)
    waiting = invitations.waiting_of(person)
    if len(tools) == 1 and not waiting:
        return see_other(tools[0].address)
    return ui.render(request, "start", tools=tools, waiting=waiting)


def welcome(request: Request) -> Response:
    """The last page of an activation: the account is active, what she can open now, and what is known about her."""
    tools, person = frame_for(request).tools, people.person(request.actor.home_organization_id, request.actor.person_id)
    business_manager = next((one.address for one in tools if one.address.startswith("/business-manager/")), "")
    context: dict[str, Any] = {"business_manager": business_manager, "organization": person.organization}
    waiting = invitations.waiting_of(person)
    return ui.render(request, "activation/finished", tools=tools, person=person, waiting=waiting, **context)
