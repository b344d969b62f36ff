"""What is told to others about portfolios, after commit."""

from django.conf import settings

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import mail
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job


@job()
def tell_full_control(*, organization_id: int, event_id: int) -> None:
    """Tell everybody else with full control of a portfolio that a System admin took it too."""
    event = audit.event(organization_id, event_id)
    portfolio = _portfolio(organization_id, event.target_id) if event else None
    if event is None or portfolio is None:
        return
    context = _context(portfolio) | {"who": event.actor, "reason": event.facts.get("reason", "")}
    for person in queries.with_full_control(portfolio):
        if person.id != event.actor_id:
            mail.send(to=person.email, template="portfolios/full_control_taken", context=context,
                      organization_id=organization_id, message_id=f"{event_id}.{person.id}")  # fmt: skip


@job()
def tell_system_admins(*, organization_id: int, event_id: int) -> None:
    """Tell the System admins that nobody has full control of a portfolio any more."""
    event = audit.event(organization_id, event_id)
    portfolio = _portfolio(organization_id, event.target_id) if event else None
    if portfolio is None or not portfolio.needs_full_control:
        return
    for person in administration.system_admins(organization_id):
        mail.send(to=person.email, template="portfolios/full_control_lost", context=_context(portfolio),
                  organization_id=organization_id, message_id=f"{event_id}.{person.id}")  # fmt: skip


def _portfolio(organization_id: int, identifier: int | None) -> Portfolio | None:
    found: Portfolio | None = (
        Portfolio.objects.of(organization_id).select_related("organization").filter(id=identifier).first()
    )
    return found


def _context(portfolio: Portfolio) -> dict[str, str]:
    link = f"{settings.KEYHOUSE.base_url}/business-manager/{portfolio.id}/"
    return {"portfolio": portfolio.name, "organization": portfolio.organization.name, "link": link}
