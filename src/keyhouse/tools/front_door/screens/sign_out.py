"""Signing out."""

from keyhouse import ui
from keyhouse.domain.people import queries as people
from keyhouse.domain.sign_in import actions
from keyhouse.domain.sign_in.errors import SessionNotFound
from keyhouse.ui import Request, Response, cookies
from keyhouse.ui.responses import see_other


def index(request: Request) -> Response:
    """Ask with a button; end the session of this browser when it is pressed."""
    if request.method != "POST":
        return ui.render(request, "sign_out") if request.actor else see_other("/sign-in")
    actor = request.actor
    if actor is not None and actor.session_id is not None:
        try:
            person = people.person(actor.home_organization_id, actor.person_id)
            actions.end_sessions(by=actor, person=person, only=actor.session_id)
        except SessionNotFound:
            pass
    response = see_other("/sign-in")
    cookies.take_away(response, cookies.SESSION)
    ui.say(response, "You're signed out.")
    return response
