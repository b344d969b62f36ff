"""My account: the browsers that are signed in as me."""

from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.people import queries as people
from keyhouse.domain.sign_in import actions, queries
from keyhouse.ui import Id, Request, Response, cookies


def index(request: Request) -> Response:
    """Every session with device, network and last use."""
    person = people.person(request.actor.home_organization_id, request.actor.person_id)
    return ui.render(request, "account/sessions", sessions=queries.sessions_of(person), here=request.actor.session_id)


def end(request: Request, session: Id) -> Response:
    """End one session; that browser is signed out with its next click."""
    person = people.person(request.actor.home_organization_id, request.actor.person_id)
    actions.end_sessions(by=request.actor, person=person, only=session)
    if session == request.actor.session_id:
        return _signed_out(request)
    return ui.done(request, "front_door:sessions", said=_("The session is ended."))


def end_all(request: Request) -> Response:
    """Sign out everywhere, here too."""
    person = people.person(request.actor.home_organization_id, request.actor.person_id)
    actions.end_sessions(by=request.actor, person=person)
    return _signed_out(request)


def _signed_out(request: Request) -> Response:
    response = ui.done(request, "front_door:sign_in", said=_("You're signed out."))
    cookies.take_away(response, cookies.SESSION)
    return response
