"""Verify log: the page that walks the chain of the log and names the first block and event that don't hold."""

from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.security_logs import actions, jobs, queries, rules
from keyhouse.foundation.audit import queries as audit

PAGE = "admin_center:security_log_verification"


def page(request: ui.Request) -> ui.Response:
    """What is sealed, what the last walks found, and the button that begins another."""
    organization_id = request.actor.organization_id or 0
    organization = organizations.organization(organization_id)
    if request.method == "POST":
        return _begin(request, organization_id)
    past = queries.verifications(organization_id)
    under_way = next((one for one in past if one.ended_at is None), None)
    last = next((one for one in past if one.ended_at is not None), None)
    return ui.render(
        request,
        "security_logs/verification",
        extent=queries.extent(organization_id),
        last=last,
        event=audit.event(organization_id, last.event_id) if last and last.event_id else None,
        under_way=under_way,
        past=past,
        months=organizations.security_settings(organization_id).log_retention_months,
        legal_hold=organization.legal_hold,
        tab="verification",
    )


def _begin(request: ui.Request, organization_id: int) -> ui.Response:
    """Walk a short log at once, and let a job walk a long one."""
    organization = organizations.organization(organization_id)
    begun = actions.begin_log_verification(by=request.actor, organization=organization)
    if begun.total <= rules.AT_ONCE:
        jobs.walk_chain(organization_id=organization_id, verification_id=begun.id)
        return ui.done(request, PAGE)
    jobs.walk_chain.enqueue(
        organization_id=organization_id, unique=f"log chain {organization_id}", verification_id=begun.id
    )
    said = _("The log is being verified. Its {count} lines take a while; this page shows how far it is.")
    return ui.done(request, PAGE, said=said.format(count=f"{begun.total:,}"), tone="info")
