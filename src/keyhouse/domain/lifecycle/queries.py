"""Questions that processes ask of several modules at once."""

from collections.abc import Sequence
from dataclasses import replace

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.deprovisioning import rules as deprovisioning
from keyhouse.domain.deprovisioning.errors import OnHold
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.invitations import rules as invited
from keyhouse.domain.invitations.errors import NotTheInvited
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.invitations.rules import Code, Reason
from keyhouse.domain.lifecycle import errors
from keyhouse.domain.lifecycle.rules import Checked, Failed, How, Incoming, Match
from keyhouse.domain.partners.queries import partner_organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.errors import AddressElsewhere, AddressTaken
from keyhouse.domain.people.models import Person, PersonKind, PersonState, SignInMethod
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.domain.relationships import queries as relationships
from keyhouse.domain.sign_in.rules import why_not_usable
from keyhouse.foundation import addresses, ids
from keyhouse.foundation.addresses import EmailAddress
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor


def match(connection: Connection, incoming: Incoming) -> Match:
    """How an incoming person meets the accounts that exist, in the order of the table of account matching.

    Locks the account at the address. Never by name, employee number or our own id. Raises a Conflict where the
    connection can't have her.
    """
    organization_id, folded = connection.organization_id, incoming.address.folded
    known = _called(connection, incoming.external_id)
    here = people.at_address(organization_id, folded)
    if known is not None and here is not None and known.id != here.id:
        raise errors.AlreadyProvisioned(value=incoming.external_id, id=known.id)
    is_verified = email_domains.is_verified(organization_id, incoming.address.domain)
    if here is None and known is None:
        return _new(incoming, is_verified)
    person = here or known
    if person is None or _belongs_to(person, connection):
        return _returning(person, is_verified)
    return _adoptable(person, connection, is_verified)


def _called(connection: Connection, external_id: str) -> Person | None:
    known = people.called(connection.organization_id, connection.id, external_id) if external_id else None
    if known is not None and known.state != PersonState.DEACTIVATED:
        raise errors.AlreadyProvisioned(value=external_id, id=known.id)
    return known


def _new(incoming: Incoming, is_verified: bool) -> Match:
    if not incoming.address.domain:
        return Match(how=How.NEW, holds_address=False)
    elsewhere = people.holder_of(incoming.address.folded)
    if elsewhere is not None and not is_verified:
        raise AddressElsewhere()
    return Match(how=How.NEW, holds_address=elsewhere is None, is_verified=is_verified)


def _belongs_to(person: Person, connection: Connection) -> bool:
    if person.managed_by_id != connection.id:
        return False
    return not person.detached or person.state == PersonState.DEACTIVATED


def _returning(person: Person | None, is_verified: bool) -> Match:
    if person is not None and person.state != PersonState.DEACTIVATED:
        raise AddressTaken(email=person.email, id=person.id)
    if person is not None and person.hold:
        raise OnHold(email=person.email)
    return Match(how=How.RETURN, person=person, is_verified=is_verified)


def _adoptable(person: Person, connection: Connection, is_verified: bool) -> Match:
    if person.managed_by_id not in (None, connection.id):
        raise errors.ManagedElsewhere(email=person.email)
    if person.state == PersonState.DEACTIVATED:
        raise errors.LeftByHand(email=person.email)
    if not is_verified:
        raise errors.DomainFirst(email=person.email, domain=person.domain)
    if administration.holds_a_role(person):
        raise errors.HoldsAdminRole(email=person.email)
    return Match(how=How.ADOPT, person=person, is_verified=True)


def default_method(organization_id: int, domain: str) -> SignInMethod:
    """How new people of a domain sign in: by single sign-on where the domain is routed to a connection that is on."""
    return SignInMethod.SSO if connections.is_routed(organization_id, domain) else SignInMethod.PASSWORD


def manager_named(connection: Connection, name: str) -> Person | None:
    """The manager a connection names by its own id of her, by her address, or by our id; None while she is unknown."""
    found = people.called(connection.organization_id, connection.id, name) if name else None
    if found is not None or not name:
        return found
    if "@" in name:
        return people.managed_by(connection.organization_id, connection.id).filter(email_folded=name.casefold()).first()
    identifier = ids.parse(name)
    rows = people.managed_by(connection.organization_id, connection.id)
    return rows.filter(id=identifier).first() if identifier else None


def why_no_address(connection: Connection, person: Person, incoming: Incoming) -> BrokenRule | None:
    """Why a connection can't give a person this address: its domain isn't verified here, or somebody has it."""
    if incoming.address.folded == person.email_folded:
        return None
    here = people.at_address(connection.organization_id, incoming.address.folded)
    if here is not None:
        return AddressTaken(email=incoming.address.typed, id=here.id)
    if not incoming.address.domain:
        return None
    if not email_domains.is_verified(connection.organization_id, incoming.address.domain):
        return errors.ForeignDomain(email=incoming.address.typed, domain=incoming.address.domain)
    return AddressElsewhere() if people.holder_of(incoming.address.folded) else None


def as_of_today(connection: Connection, incoming: Incoming) -> Incoming:
    """What a connection wants, with a last day that is over read as `active: false`, whatever else it says."""
    last_day = incoming.profile.term_date
    if last_day is None or not deprovisioning.is_over(last_day, connection.organization.time_zone):
        return incoming
    return replace(incoming, active=False)


def why_not_so(connection: Connection, person: Person, incoming: Incoming) -> BrokenRule | None:
    """Why a connection can't make a person what it asks for: her address or her sign-in method."""
    if incoming.address.typed != person.email and (reason := why_no_address(connection, person, incoming)):
        return reason
    if incoming.method is None or incoming.method == person.sign_in_method:
        return None
    return administration.why_not_method(person, incoming.method)


def may_be_invited(person: Person) -> bool:
    """Whether a person may be sent an invitation to activate: her domain is verified."""
    return email_domains.is_verified(person.organization_id or 0, person.domain)


def check_addresses(by: Actor, portfolio: Portfolio, typed: Sequence[str], kind: PersonKind) -> Checked:
    """Which of these addresses can be invited to a portfolio, and why the others can't; nothing fails as a whole."""
    texts = [one for text in typed if (one := text.strip())]
    known: dict[str, EmailAddress] = {}
    failed = []
    for text in texts[: invited.AT_ONCE]:
        address = _read(text)
        if address is None:
            failed.append(Failed(typed=text, reason=Reason(code=Code.INVALID_ADDRESS)))
        elif address.folded in known:
            failed.append(Failed(typed=text, reason=Reason(code=Code.DUPLICATE_ROW)))
        else:
            known[address.folded] = address
    limit = Reason(code=Code.LIMIT, facts={"limit": invited.AT_ONCE})
    failed += [Failed(typed=text, reason=limit) for text in texts[invited.AT_ONCE :]]
    partners = organizations_let_in(portfolio)
    found = invitations.candidates(by, portfolio, list(known.values()), kind, partners)
    reasons = [(one, invited.why_not(one)) for one in found]
    failed += [Failed(typed=one.address.typed, reason=reason) for one, reason in reasons if reason]
    return Checked(ready=[one for one, reason in reasons if reason is None], failed=failed)


def organizations_let_in(portfolio: Portfolio) -> frozenset[int]:
    """The other organizations whose accounts can be invited: those of partners, and those whose people are hosted."""
    return partner_organizations(portfolio) | relationships.guest_organizations(portfolio.organization_id)


def why_in_review(invitation: Invitation) -> str:
    """Why an invitation needs another look before it is accepted, or an empty text; checked again at acceptance."""
    if reason := invitations.why_in_review(invitation):
        return reason
    home = invitation.person.organization_id if invitation.person else None
    if home in (None, invitation.organization_id) or home in organizations_let_in(invitation.portfolio):
        return ""
    return "the organization of the account is no partner and in no external relationship any more"


def _read(text: str) -> EmailAddress | None:
    try:
        return addresses.address(text)
    except addresses.NotAnAddress:
        return None


def who_accepts(by: Actor, invitation: Invitation) -> Person:
    """The person who accepts an invitation: its addressee, signed in or holding the link, and usable.

    Raises NotTheInvited, and what the one gate says.
    """
    invited = invitation.person
    if invited is None or (by.person_id is not None and by.person_id != invited.id):
        raise NotTheInvited(email=invitation.email)
    if reason := why_not_usable(invited, invited.organization):
        raise reason
    return invited
