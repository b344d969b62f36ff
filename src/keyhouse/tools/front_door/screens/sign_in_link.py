"""Signing in by a one-time link: the address changes nothing until its button is pressed."""

from keyhouse import ui
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.credentials.errors import LinkNotFound
from keyhouse.domain.recovery import actions
from keyhouse.foundation import secrets
from keyhouse.foundation.errors import Conflict
from keyhouse.tools.front_door import walk
from keyhouse.ui import Request, Response
from keyhouse.ui.responses import see_other
from keyhouse.ui.visitors import visitor_of


def index(request: Request, secret: str) -> Response:
    """Say whose link it is and what it does, and sign in when the button is pressed."""
    try:
        link = links.sign_in_link(secret)
        if reason := links.why_not_good(link):
            raise reason
        if request.method == "POST":
            by = visitor_of(request, link=secrets.hash_of(secret))
            session, until = actions.sign_in_by_link(by=by, secret=secret)
            response = see_other("/")
            walk.signed_in(request, response, session, until)
            return response
    except (LinkNotFound, Conflict) as reason:
        return ui.render(request, "sign_in/link_over", status=410, reason=reason)
    return ui.render(request, "sign_in/link", person=link.person)
