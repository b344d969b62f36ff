"""The left navigation of Admin Center, in the order of the reference; each line shows when its permission is held."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.domain_ownership.queries import number_asked_of
from keyhouse.domain.governance import queries as governance
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.relationships.queries import facts_of_hosting as hosting
from keyhouse.domain.relationships.queries import number_of_requests
from keyhouse.domain.security_alerts import queries as security_alerts
from keyhouse.foundation.permissions import Permission, allows
from keyhouse.tools.admin_center.screens.frame.banners import alerts

PEOPLE = _("People")
SECURITY = _("Security")

ANY_PANEL = [
    permission
    for permission in Permission
    if permission.value.endswith(".view")
    and "." in permission.value
    and not permission.value.startswith(("portfolio", "asset"))
]


def opens_for(request: HttpRequest) -> bool:
    """Admin Center opens for everybody with an admin role."""
    actor = getattr(request, "actor", None)
    return actor is not None and bool(actor.permissions.intersection(ANY_PANEL))


def place(request: HttpRequest) -> ui.Place | None:
    """The organization whose Admin Center is open."""
    actor = getattr(request, "actor", None)
    if actor is None or actor.organization_id is None:
        return None
    return ui.Place(kind=_("Organization"), label=organizations.organization(actor.organization_id).name)


def number_waiting(request: HttpRequest) -> int:
    """How many requests wait for the decision of the actor."""
    actor = getattr(request, "actor", None)
    return governance.number_waiting(actor) if actor is not None else 0


def marks(request: HttpRequest) -> list[ui.Mark]:
    """What waits for the actor, for the top bar."""
    if not opens_for(request):
        return []
    found = [
        ui.Mark(
            icon="check-badge",
            label=_("Approvals"),
            count=number_waiting(request),
            address=reverse("admin_center:approvals"),
        )
    ]
    if Permission.ALERTS_VIEW in request.actor.permissions:  # type: ignore[attr-defined]  # ui.Request has it
        address = reverse("admin_center:security_alerts")
        count = alerts_waiting(request)
        found.append(ui.Mark(icon="bell-alert", label=_("Security alerts"), count=count, address=address))
    return found


def requests_waiting(request: HttpRequest) -> int:
    """How many people of other organizations wait to be let in; a guest isn't told."""
    actor = getattr(request, "actor", None)
    runs = actor is not None and allows(actor, Permission.RELATIONSHIPS_VIEW, hosting(actor.organization_id or 0))
    return number_of_requests(actor.organization_id or 0) if runs and actor else 0


def releases_asked(request: HttpRequest) -> int:
    """How many other organizations ask for a domain of this one."""
    actor = getattr(request, "actor", None)
    return number_asked_of(actor.organization_id or 0) if actor is not None else 0


def alerts_waiting(request: HttpRequest) -> int:
    """How many security alerts are not closed."""
    actor = getattr(request, "actor", None)
    may = actor is not None and Permission.ALERTS_VIEW in actor.permissions
    return security_alerts.waiting(actor.organization_id or 0) if actor is not None and may else 0


TOOL = ui.Tool(
    key="admin_center",
    label=_("Admin Center"),
    home="admin_center:home",
    order=1,
    opens_for=opens_for,
    place=place,
    alerts=alerts,
    marks=marks,
    search="admin_center:people",
    search_label=_("Search people"),
    menu=[
        ui.Entry(section="", label=_("Home"), url_name="admin_center:home", icon="home"),
        ui.Entry(
            section=PEOPLE,
            label=_("Directory"),
            url_name="admin_center:people",
            icon="users",
            needs=Permission.PEOPLE_VIEW,
            prefix="admin_center:pe",
        ),
        ui.Entry(
            section=PEOPLE,
            label=_("Identity providers"),
            url_name="admin_center:identity_providers",
            icon="arrow-path",
            needs=Permission.PROVISIONING_VIEW,
            prefix="admin_center:identity_provider",
        ),
        ui.Entry(
            section=PEOPLE,
            label=_("External relationships"),
            url_name="admin_center:external_relationships",
            icon="arrows-right-left",
            needs=Permission.RELATIONSHIPS_VIEW,
            prefix="admin_center:relationship",
            count=requests_waiting,
        ),
        ui.Entry(
            section="",
            label=_("Insights"),
            url_name="admin_center:insights",
            icon="chart-bar",
            needs=Permission.INSIGHTS_VIEW,
            prefix="admin_center:insight",
        ),
        ui.Entry(
            section="",
            label=_("Admin roles"),
            url_name="admin_center:admin_roles",
            icon="shield-check",
            needs=Permission.ROLES_VIEW,
            prefix="admin_center:admin_role",
        ),
        ui.Entry(
            section=SECURITY,
            label=_("Domain verification"),
            url_name="admin_center:domain_verification",
            icon="globe-alt",
            needs=Permission.DOMAINS_VIEW,
            prefix="admin_center:domain",
            count=releases_asked,
        ),
        ui.Entry(
            section=SECURITY,
            label=_("Single sign-on"),
            url_name="admin_center:single_sign_on",
            icon="key",
            needs=Permission.SSO_VIEW,
            prefix="admin_center:single_sign_on",
        ),
        ui.Entry(
            section=SECURITY,
            label=_("Two-factor authentication"),
            url_name="admin_center:two_factor_authentication",
            icon="device-phone-mobile",
            needs=Permission.TWO_FACTOR_VIEW,
            prefix="admin_center:two_factor",
        ),
        ui.Entry(
            section=SECURITY,
            label=_("Security settings"),
            url_name="admin_center:security_settings",
            icon="cog-6-tooth",
            needs=Permission.SECURITY_SETTINGS_VIEW,
            prefix="admin_center:security_settings",
        ),
        ui.Entry(
            section=SECURITY,
            label=_("Security alerts"),
            url_name="admin_center:security_alerts",
            icon="bell-alert",
            needs=Permission.ALERTS_VIEW,
            prefix="admin_center:security_alert",
            count=alerts_waiting,
        ),
        ui.Entry(
            section=SECURITY,
            label=_("Security logs"),
            url_name="admin_center:security_logs",
            icon="clipboard-document-list",
            needs=Permission.LOGS_VIEW,
            prefix="admin_center:security_log",
        ),
        ui.Entry(
            section=SECURITY,
            label=_("Security integrations"),
            url_name="admin_center:security_integrations",
            icon="puzzle-piece",
            needs=Permission.INTEGRATIONS_VIEW,
            prefix="admin_center:integration",
        ),
        ui.Entry(
            section=SECURITY,
            label=_("Insights"),
            url_name="admin_center:security_insights",
            icon="chart-pie",
            needs=Permission.INSIGHTS_VIEW,
        ),
        ui.Entry(
            section="",
            label=_("Approvals"),
            url_name="admin_center:approvals",
            icon="check-badge",
            shown=opens_for,
            prefix="admin_center:approval",
            count=number_waiting,
        ),
    ],
)
