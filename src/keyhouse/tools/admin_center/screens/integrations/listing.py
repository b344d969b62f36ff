"""Security integrations, and the dialog that adds an integration in steps."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.connections import actions, queries
from keyhouse.domain.connections.rules import integrations as rules
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.integrations.forms import Allowed, Details, Networks, choices
from keyhouse.tools.admin_center.screens.integrations.integration import shown_once

LIST = "admin_center:security_integrations"


def index(request: ui.Request) -> ui.Response:
    """The integrations that may read the security log."""
    organization_id = request.actor.organization_id or 0
    found = queries.integrations(organization_id, readers_of_logs=True)
    rows = [(one, sign_in.tokens_of(organization_id, one.id)) for one in found]
    return ui.render(
        request,
        "integrations/index",
        rows=[(one, len(tokens), max((t.last_used_at for t in tokens if t.last_used_at), default=None))
              for one, tokens in rows],
        may_manage=Permission.INTEGRATIONS_MANAGE in request.actor.permissions,
    )  # fmt: skip


def add(request: ui.Request) -> ui.Response:
    """The dialog Add new integration: it reads security audit logs and nothing else."""
    return _add(request, reads_logs_only=True)


def custom(request: ui.Request) -> ui.Response:
    """The dialog Custom setup: it may manage accounts, read logs, and what a System admin adds."""
    return _add(request, reads_logs_only=False)


def _add(request: ui.Request, *, reads_logs_only: bool) -> ui.Response:
    known = choices(request, reads_logs_only=reads_logs_only)
    steps = ui.Steps(
        request,
        [
            ui.Step(key="details", label=_("Details"), form=Details),
            *([] if reads_logs_only else [
                ui.Step(key="permissions", label=_("Permissions"), form=Allowed, extra={"known": known})
            ]),
            ui.Step(key="networks", label=_("Allowed IP list"), form=Networks),
        ],
    )  # fmt: skip
    if steps.is_complete:
        try:
            return _made(request, steps.values, reads_logs_only)
        except BrokenRule as refused:
            steps.refuse("networks" if refused.code == "wrong_network" else "details", refused)
    return ui.dialog(
        request,
        "integrations/add",
        steps=steps,
        reads_logs_only=reads_logs_only,
        close=reverse(LIST if reads_logs_only else "admin_center:identity_providers"),
    )


def _made(request: ui.Request, typed: dict[str, Any], reads_logs_only: bool) -> ui.Response:
    """Make the integration, and show app id, app secret and proof once."""
    given = [Permission.SECURITY_LOGS_READ.value] if reads_logs_only else typed["permissions"]
    made = actions.add_integration(
        by=request.actor,
        organization=organizations.organization(request.actor.organization_id or 0),
        name=typed["name"],
        description=typed["description"],
        permissions=[one for one in Permission if one.value in given],
        networks=typed["networks"].split(),
        reads_logs_only=reads_logs_only,
    )
    return shown_once(request, made, rules.secret_of(made))
