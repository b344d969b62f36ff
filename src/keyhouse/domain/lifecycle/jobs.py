"""What the life of accounts and portfolios does by itself, after commit and on time."""

import datetime as dt

from django.conf import settings

from keyhouse.domain.connections import queries as connections
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains.rules import Use, allows
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.errors import NoSuchPerson
from keyhouse.domain.people.models import PersonState, SignInMethod
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.foundation import clock, mail
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.permissions import Permission, system_actor


@job()
def invite_newcomer(*, organization_id: int, event_id: int) -> None:
    """Tell a person that she has a work account: by an activation link, or by where she signs in."""
    event = audit.event(organization_id, event_id)
    try:
        person = people.person(organization_id, event.target_id if event else None)
    except NoSuchPerson:
        return
    if event is None or person.state != PersonState.INVITED:
        return
    if person.sign_in_method == SignInMethod.SSO and connections.is_routed(organization_id, person.domain):
        context = {
            "name": person.name,
            "organization": organizations.organization(organization_id).name,
            "address": f"{settings.KEYHOUSE.base_url}/sign-in",
        }
        mail.send(to=person.email, template="lifecycle/account_invited", context=context,
                  organization_id=organization_id, message_id=event_id)  # fmt: skip
    elif not links.has_activation_link_since(person, event.at):
        by = system_actor(organization_id).within(Permission.LINK_CREATE, person)
        credentials.create_activation_link(by=by, person=person, mail=True)


@job()
def send_held_invitations(*, organization_id: int, event_id: int) -> None:
    """Send the invitations that waited for a domain, now that it allows them; one that can't be sent stays held."""
    event = audit.event(organization_id, event_id)
    domain = email_domains.named(organization_id, str(event.facts.get("domain", ""))) if event else None
    if domain is None or not allows(domain, Use.PORTFOLIO_INVITATION):
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
