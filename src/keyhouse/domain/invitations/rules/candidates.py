"""Who can be invited: what decides it, and the one function that says why not."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from keyhouse.domain.email_domains.models import VERIFIED, DomainState, EmailDomain
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.invitations.rules.reasons import Code, Reason
from keyhouse.domain.people.models import Person, PersonKind, PersonState
from keyhouse.foundation.addresses import EmailAddress


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Everything that decides whether an address can be invited, gathered before."""

    address: EmailAddress
    kind: PersonKind
    organization_id: int
    organization: str
    portfolio: str
    person: Person | None = None
    domain: EmailDomain | None = None
    is_public: bool = False
    is_foreign: bool = False
    is_partner: bool = False
    is_member: bool = False
    waiting: Invitation | None = None
    may_create: bool = False
    personal_logins_allowed: bool = True

    @property
    def facts(self) -> dict[str, Any]:
        """What the sentences name."""
        since = self.waiting.made_at if self.waiting else self.domain.failing_since if self.domain else None
        return {
            "domain": self.address.domain,
            "organization": self.organization,
            "portfolio": self.portfolio,
            "since": f"{since:%d %b %Y}" if since else "",
            "domain_id": self.domain.id if self.domain else None,
            "person_id": self.person.id if self.person else None,
            "invitation_id": self.waiting.id if self.waiting else None,
        }


def why_not(candidate: Candidate) -> Reason | None:
    """Why an address can't be invited, or None when it can: first what is there already, then the way in."""
    code = _already(candidate)
    if code is None:
        code = _personal(candidate) if candidate.kind is PersonKind.PERSONAL else _work(candidate)
    return Reason(code=code, facts=candidate.facts) if code else None


def _already(candidate: Candidate) -> Code | None:
    if candidate.is_member:
        return Code.ALREADY_MEMBER
    return Code.ALREADY_INVITED if candidate.waiting else None


def _personal(candidate: Candidate) -> Code | None:
    return None if candidate.personal_logins_allowed else Code.PERSONAL_LOGINS


def _work(candidate: Candidate) -> Code | None:
    person, domain = candidate.person, candidate.domain
    if person is not None and person.organization_id != candidate.organization_id:
        if candidate.is_partner:
            return None if person.state in (PersonState.ACTIVE, PersonState.INVITED) else Code.OTHER_ORGANIZATION
        person = None
    if code := _domain(candidate, domain):
        return code
    if person is None:
        return None if candidate.may_create and not candidate.is_foreign else Code.NO_ACCOUNT
    return {PersonState.DEACTIVATED: Code.DEACTIVATED, PersonState.SUSPENDED: Code.SUSPENDED}.get(
        PersonState(person.state)
    )


def _domain(candidate: Candidate, domain: EmailDomain | None) -> Code | None:
    if domain is None:
        if candidate.is_foreign:
            return Code.OTHER_ORGANIZATION
        return Code.PUBLIC_EMAIL if candidate.is_public else Code.DOMAIN_UNKNOWN
    if domain.state in (*VERIFIED, DomainState.TRUSTED):
        return None
    if candidate.is_foreign:
        return Code.OTHER_ORGANIZATION
    return Code.DOMAIN_LAPSED if domain.state == DomainState.LAPSED else Code.DOMAIN_UNVERIFIED


def without_waiting(candidate: Candidate) -> Candidate:
    """The same candidate, for the very invitation that waits."""
    return dataclasses.replace(candidate, waiting=None)
