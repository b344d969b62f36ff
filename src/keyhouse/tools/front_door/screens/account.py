"""My account: who I am here, and where I work."""

from typing import Any

from keyhouse import ui
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.rules import source_of
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.ui import Request, Response

FIELDS = ("display_name", "job_title", "department", "phone", "locale", "time_zone")


def index(request: Request) -> Response:
    """The profile as the organization keeps it, and the portfolios that the person is in."""
    actor = request.actor
    person = people.person(actor.home_organization_id, actor.person_id)
    organization = organizations.organization(person.organization_id) if person.organization_id else None
    context: dict[str, Any] = {
        "organization": organization,
        "sources": {name: source_of(person, name) for name in FIELDS},
        "places": portfolios.portfolios_of(person.id),
    }
    return ui.render(request, "account/profile", person=person, **context)
