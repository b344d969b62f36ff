"""Questions about activating: what a link activates, and why not."""

import datetime as dt

from keyhouse.domain.activation import errors
from keyhouse.domain.activation.rules import AGE, AGE_OF_ADMINISTRATORS, Chosen, Entry, age_on
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.credentials.errors import LinkNotFound
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains.models import DomainState
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.invitations import rules as invited
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.domain.organizations.models import OrganizationState
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule, NotFound
from keyhouse.foundation.permissions import Facts


def entry(handle_hash: str) -> Entry:
    """What a link in somebody's hand, named by its hash, lets her activate, good or not. Raises LinkNotFound."""
    try:
        link = links.activation_link_of_hash(handle_hash)
        return Entry(person=link.person, handle_hash=handle_hash, link=link)
    except LinkNotFound:
        pass
    try:
        invitation = invitations.by_hash(handle_hash)
    except NotFound:
        raise LinkNotFound() from None
    if invitation.person is None or not invitation.person.is_work_account:
        raise LinkNotFound()
    return Entry(person=invitation.person, handle_hash=handle_hash, invitation=invitation)


def facts_of_entry(entry: Entry) -> Facts:
    """What permissions about activating are decided on."""
    person = entry.person
    return Facts(organization_id=person.organization_id, person_id=person.id, link=entry.handle_hash)


def why_no_activation(entry: Entry) -> BrokenRule | None:
    """Why this link activates nothing now; None when it does."""
    person, organization = entry.person, entry.person.organization
    if person.state == PersonState.ACTIVE:
        return errors.AlreadyActive(email=person.email)
    if reason := _why_over(entry):
        return reason
    usable = organization is not None and organization.state == OrganizationState.ACTIVE
    domain = email_domains.domain_of(person.email_folded, person.organization_id or 0)
    lapsed = domain is not None and domain.state == DomainState.LAPSED
    if not usable or lapsed or person.state not in (PersonState.ADDED, PersonState.INVITED):
        return errors.NotToActivate(email=person.email, organization=organization.name if organization else "")
    return None if person.holds_address else errors.AddressStillElsewhere(email=person.email)


def _why_over(entry: Entry) -> BrokenRule | None:
    """Why the link itself opens nothing any more."""
    if entry.link is not None:
        return links.why_not_good(entry.link)
    invitation = entry.invitation
    if invitation is None or invitation.email_folded != entry.person.email_folded:
        return LinkNotFound()
    if invited.is_over(invitation, clock.now()):
        return InvitationOver(portfolio=invitation.portfolio.name, state=invitations.shown_state(invitation))
    return None


def why_not_chosen(person: Person, chosen: Chosen) -> BrokenRule | None:
    """Why what she chose is not enough: she activates by single sign-on, is too young, or lacks a second factor."""
    if connection := activates_at(person):
        return errors.ActivatesBySignOn(connection=connection.name)
    if reason := why_too_young(person, chosen.born):
        return reason
    if chosen.app is None and sign_in.must_have_second_factor(person):
        return errors.SecondFactorMissing()
    return None


def why_too_young(person: Person, born: dt.date) -> BrokenRule | None:
    """Business tools are for people of 16 and older, administration for 18 and older."""
    years = AGE_OF_ADMINISTRATORS if administration.holds_a_live_role(person) else AGE
    return errors.TooYoung(years=years) if age_on(born, clock.now().date()) < years else None


def activates_at(person: Person) -> Connection | None:
    """The connection by which a person activates, where her first single sign-on does it."""
    return sign_in.route_of(person.email_folded).connection if person.holds_address else None
