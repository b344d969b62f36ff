"""What decides whether addresses can be invited, gathered in a few statements."""

from collections.abc import Collection, Sequence

from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains import rules as domain_rules
from keyhouse.domain.invitations.models import WAITING, Invitation
from keyhouse.domain.invitations.rules import Candidate
from keyhouse.domain.people.models import Person, PersonKind, PersonState
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Membership, Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.addresses import EmailAddress
from keyhouse.foundation.permissions import Actor, ActorKind, Permission

CREATORS = (ActorKind.OPERATOR, ActorKind.SYSTEM)


def candidate(
    by: Actor, portfolio: Portfolio, address: EmailAddress, kind: PersonKind, partners: Collection[int] = ()
) -> Candidate:
    """What decides whether one address can be invited."""
    return candidates(by, portfolio, [address], kind, partners)[0]


def candidates(
    by: Actor, portfolio: Portfolio, addresses: Sequence[EmailAddress], kind: PersonKind, partners: Collection[int] = ()
) -> list[Candidate]:
    """What decides whether these addresses can be invited; `partners` are the organizations of the partners."""
    folded = [one.folded for one in addresses]
    people = _people(portfolio, folded, kind)
    places = Membership.objects.of(portfolio.organization_id).filter(
        portfolios.counts(clock.now()), portfolio=portfolio
    )
    inside = set(places.filter(person__in=people.values()).values_list("person_id", flat=True))
    waiting = {
        one.email_folded: one
        for one in Invitation.objects.of(portfolio.organization_id).filter(
            portfolio=portfolio, kind=kind, email_folded__in=folded, state__in=WAITING, until__gt=clock.now()
        )
    }
    may_create = by.kind in CREATORS or portfolio.owners_may_create_accounts or _manages_people(by, portfolio)
    domains = {one.domain: email_domains.domain_of(one.folded, portfolio.organization_id) for one in addresses}
    foreign = {name: _is_foreign(portfolio, name) for name in domains}
    found = []
    for address in addresses:
        person = people.get(address.folded)
        found.append(
            Candidate(
                address=address,
                kind=kind,
                organization_id=portfolio.organization_id,
                organization=portfolio.organization.name,
                portfolio=portfolio.name,
                person=person,
                domain=domains[address.domain],
                is_public=domain_rules.why_public(address.domain) is not None,
                is_foreign=foreign[address.domain],
                is_partner=bool(person and person.organization_id in partners),
                is_member=bool(person and person.id in inside),
                waiting=waiting.get(address.folded),
                may_create=may_create,
                personal_logins_allowed=portfolio.personal_logins_allowed,
            )
        )
    return found


def _people(portfolio: Portfolio, folded: list[str], kind: PersonKind) -> dict[str, Person]:
    """The accounts at these addresses: of the portfolio's organization first, else the one that holds the address."""
    rows = Person.objects.everywhere(reason="an address may have its account in a partner's organization").filter(
        email_folded__in=folded, kind=kind
    )
    found: dict[str, Person] = {}
    for one in rows.exclude(state=PersonState.DELETED).order_by("id"):
        if one.organization_id == portfolio.organization_id:
            found[one.email_folded] = one
        elif one.holds_address:
            found.setdefault(one.email_folded, one)
    return found


def _manages_people(by: Actor, portfolio: Portfolio) -> bool:
    return by.organization_id == portfolio.organization_id and Permission.PEOPLE_MANAGE in by.permissions


def _is_foreign(portfolio: Portfolio, name: str) -> bool:
    owner = email_domains.owner_of(name)
    return owner is not None and owner != portfolio.organization_id
