"""Switch organization: the own organization, and those that host this person as an administrator."""

from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.relationships import actions, queries
from keyhouse.foundation import ids
from keyhouse.foundation.errors import NotFound
from keyhouse.tools.front_door import walk
from keyhouse.ui import Request, Response


def index(request: Request) -> Response:
    """The organizations in which she may act, and the one that is open."""
    by = request.actor
    person = people.person(by.home_organization_id, by.person_id)
    home = organizations.organization(person.organization_id) if person.organization_id else None
    places = queries.places_with_access(person)
    return ui.render(request, "account/organizations", home=home, places=places, here=by.relationship_id)


def switch(request: Request) -> Response:
    """Go to another organization as its guest, or back to the own one; the browser gets a new session identifier."""
    by, wanted = request.actor, request.POST.get("relationship", "")
    person = people.person(by.home_organization_id, by.person_id)
    relationship_id = ids.parse(wanted) if wanted else None
    if person.organization_id is None or (wanted and relationship_id is None):
        raise NotFound()
    session = actions.switch_organization(by=by, person=person, relationship_id=relationship_id)
    to = "admin_center:home" if relationship_id else "front_door:start"
    response = ui.done(request, to, said=_("The organization was switched."))
    walk.signed_in(request, response, session.secret, session.until)
    return response
