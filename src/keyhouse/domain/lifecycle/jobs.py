"""What processes do by themselves, after commit and on time."""

import datetime as dt

from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.permissions import system_actor


@job()
def send_held_invitations(*, organization_id: int, event_id: int) -> None:
    """Send the invitations that waited for a domain, now that it is verified; one that can't be sent stays held."""
    event = audit.event(organization_id, event_id)
    domain = email_domains.named(organization_id, str(event.facts.get("domain", ""))) if event else None
    if domain is None or not domain.is_verified:
        return
    by = system_actor(organization_id)
    for one in invitations.held_for(organization_id, domain.name, include_subdomains=domain.include_subdomains):
        try:
            actions.send_held_invitation(by=by, portfolio=one.portfolio, invitation_id=one.id)
        except BrokenRule:
            continue


@scheduled(every=dt.timedelta(minutes=10))
def end_temporary_access(*, organization_id: int | None) -> None:
    """Remove the people whose temporary access has ended; it counted for nothing any more already."""
    for place in portfolios.overdue(clock.now()):
        by = system_actor(place.organization_id)
        actions.remove_from_portfolio(by=by, portfolio=place.portfolio, person_id=place.person_id)
