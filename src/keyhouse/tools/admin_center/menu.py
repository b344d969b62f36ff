"""The left navigation of Admin Center, in the order of the reference; each line shows when its permission is held."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.domain_ownership.queries import number_asked_of
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.governance import queries as governance
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.relationships.queries import facts_of_hosting as hosting
from keyhouse.domain.relationships.queries import number_of_requests
from keyhouse.foundation.permissions import Actor, Permission, allows
from keyhouse.tools.admin_center.screens.single_sign_on.certificates import certificates_of

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


Alert = tuple[str, ui.Text, ui.Text, str]


def alerts(request: HttpRequest) -> list[Alert]:
    """What concerns every administrator who may see it: proofs that are missing, certificates that end."""
    actor = getattr(request, "actor", None)
    found: list[Alert] = []
    if actor is not None and Permission.DOMAINS_VIEW in actor.permissions:
        found += _domain_alerts(actor)
    if actor is not None and Permission.SSO_VIEW in actor.permissions:
        found += _certificate_alerts(actor)
    return found


def _domain_alerts(actor: Actor) -> list[Alert]:
    """A banner for each domain whose proof is missing."""
    address = reverse("admin_center:domain_verification")
    found: list[Alert] = []
    for domain in email_domains.domains(actor):
        if domain.state == "warning":
            sentence = _("The proof of {name} is missing. Put it back, or the domain lapses after 14 days.")
            found.append(("attention", str(sentence).format(name=domain.name), _("Open domains"), address))
        elif domain.state == "lapsed":
            sentence = _("{name} lapsed: nobody new joins by it until its proof is back.")
            found.append(("danger", str(sentence).format(name=domain.name), _("Open domains"), address))
    return found


def _certificate_alerts(actor: Actor) -> list[Alert]:
    """A banner for each connection that is on and whose identity provider's certificate has ended or ends soon."""
    found: list[Alert] = []
    for connection in connections.sign_on_connections(actor.organization_id or 0):
        states = {certificate["state"] for certificate in certificates_of(connection)} if connection.is_on else set()
        address = reverse("admin_center:single_sign_on_connection", args=[connection.id])
        if "expired" in states:
            sentence = _("The certificate of {name} has expired. Sign-in goes on with it; renew it at the provider.")
            found.append(("danger", str(sentence).format(name=connection.name), _("Open connection"), address))
        elif "expires_soon" in states:
            sentence = _("The certificate of {name} expires within 30 days. Renew it at the provider.")
            found.append(("attention", str(sentence).format(name=connection.name), _("Open connection"), address))
    return found


def number_waiting(request: HttpRequest) -> int:
    """How many requests wait for the decision of the actor."""
    actor = getattr(request, "actor", None)
    return governance.number_waiting(actor) if actor is not None else 0


def marks(request: HttpRequest) -> list[ui.Mark]:
    """What waits for the actor, for the top bar."""
    if not opens_for(request):
        return []
    address = reverse("admin_center:approvals")
    return [ui.Mark(icon="check-badge", label=_("Approvals"), count=number_waiting(request), address=address)]


def requests_waiting(request: HttpRequest) -> int:
    """How many people of other organizations wait to be let in; a guest isn't told."""
    actor = getattr(request, "actor", None)
    runs = actor is not None and allows(actor, Permission.RELATIONSHIPS_VIEW, hosting(actor.organization_id or 0))
    return number_of_requests(actor.organization_id or 0) if runs and actor else 0


def releases_asked(request: HttpRequest) -> int:
    """How many other organizations ask for a domain of this one."""
    actor = getattr(request, "actor", None)
    return number_asked_of(actor.organization_id or 0) if actor is not None else 0


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
