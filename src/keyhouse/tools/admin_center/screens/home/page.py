"""Home: what is set up, what needs attention, and the way to it."""

from typing import Any

from keyhouse import ui
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.migration import queries as migration
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.home import waiting
from keyhouse.tools.admin_center.screens.home.points import lacking_second_factor, points_of
from keyhouse.tools.admin_center.screens.people.filters import SHOWN

TONES = {"active": "success", "locked": "danger", "suspended": "danger"}


def index(request: ui.Request) -> ui.Response:
    """The first page of Admin Center: cards, each of which opens its page."""
    may = request.actor.permissions
    organization = organizations.organization(request.actor.organization_id or 0)
    domains = email_domains.domains(request.actor) if Permission.DOMAINS_VIEW in may else []
    points = points_of(request, organization.id) if Permission.ROLES_VIEW in may else []
    cards: dict[str, Any] = {
        "domains": domains,
        "points": points,
        "done": len([point for point in points if point.is_done]),
        "sees_people": Permission.PEOPLE_VIEW in may,
        "sees_domains": Permission.DOMAINS_VIEW in may,
        "sees_connections": may & {Permission.SSO_VIEW, Permission.PROVISIONING_VIEW},
        "connections": waiting.connections_of(request),
        "waiting": waiting.for_me(request),
    }
    if Permission.PEOPLE_VIEW in may:
        numbers = people.numbers_by_state(organization.id)
        cards |= {
            "total": sum(numbers.values()),
            "states": [
                (state.value, numbers.get(state.value, 0), TONES.get(state.value, "muted"))
                for state in SHOWN
                if numbers.get(state.value)
            ],
        }
    if Permission.MIGRATION_VIEW in may:
        report = migration.report(request.actor, organization.id)
        cards["migration"] = report if report.people else None
    return ui.render(request, "home", organization=organization, lacks=lacking_second_factor(organization.id), **cards)
