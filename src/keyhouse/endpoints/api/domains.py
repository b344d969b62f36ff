"""Domain verification: the domains of the organization, their proofs, and what they affect."""

from ninja import Schema
from pydantic import Field

from keyhouse.domain.domain_ownership import queries as owners
from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.email_domains.queries import EmailDomain
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.organizations import queries as organizations
from keyhouse.endpoints.api.errors import NothingHeld
from keyhouse.endpoints.api.forms import Form, Id, Line, Many, Moment, everything
from keyhouse.endpoints.api.routing import Panel, Request
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Permission

panel = Panel("Domain verification")

VIEW, MANAGE = Permission.DOMAINS_VIEW, Permission.DOMAINS_MANAGE
DOMAINS = "/domain-verification"
ONE = f"{DOMAINS}/{{id:domain}}"


class Domain(Schema):
    """An email domain with its state; `proof` is the text that proves it for this organization."""

    id: Id
    name: str
    state: str
    method: str
    include_subdomains: bool
    proof: str
    claimed_at: Moment
    verified_at: Moment | None
    checked_at: Moment | None
    next_check_at: Moment | None
    trust_reason: str

    @staticmethod
    def resolve_proof(row: EmailDomain) -> str:
        """What a TXT record or the file must say."""
        return rules.proof_of(row)


class DomainEffects(Schema):
    """What depends on a domain."""

    people: int
    waiting: int = Field(description="People who haven't activated their account.")
    connections: list[str]
    administrators: list[str]
    portfolios: list[tuple[str, int]]
    invitations: int
    held: int


class HeldInvitation(Schema):
    """An invitation that waits for a domain."""

    id: Id
    email: str
    until: Moment


class NewDomain(Form):
    """A domain to add."""

    name: Line = Field(min_length=1, max_length=253)


class DomainCheck(Form):
    """How to look for the proof; `include_subdomains` counts for a TXT record alone."""

    method: Line = "dns"
    include_subdomains: bool | None = None


class DomainMailbox(Form):
    """Where the code goes: the part before the @."""

    mailbox: Line = "admin"


class DomainCode(Form):
    """The code that was mailed."""

    code: Line


class DomainOptions(Form):
    """What can be changed about a verified domain."""

    include_subdomains: bool


class DomainTrust(Form):
    """Why a domain is to be trusted."""

    reason: Line = Field(min_length=1)


@panel.get(DOMAINS, needs=VIEW, answer=Many[Domain])
def list_domains(request: Request, text: Line = "", state: Line = "") -> dict[str, object]:
    """The domains of the organization, by name."""
    return everything(queries.listed(request.actor, search=text, state=state))


@panel.post(DOMAINS, needs=MANAGE, answer=Domain)
def add_domain(request: Request, body: NewDomain) -> object:
    """Add a domain; it isn't verified yet."""
    organization = organizations.organization(request.actor.organization_id or 0)
    return actions.claim_email_domain(by=request.actor, organization=organization, name=body.name)


@panel.get(ONE, needs=VIEW, answer=Domain)
def read_domain(request: Request, domain: Id) -> object:
    """One domain."""
    return queries.domain(request.actor, domain)


@panel.get(f"{ONE}/effects", needs=VIEW, answer=DomainEffects)
def read_domain_effects(request: Request, domain: Id) -> object:
    """What a domain affects."""
    return owners.effects_of(request.actor, queries.domain(request.actor, domain))


@panel.patch(ONE, needs=MANAGE, answer=Domain)
def change_domain(request: Request, domain: Id, body: DomainOptions) -> object:
    """Include the subdomains of a domain, or take them out."""
    found = queries.domain(request.actor, domain)
    return actions.change_subdomains(by=request.actor, domain=found, include=body.include_subdomains)


@panel.delete(ONE, needs=MANAGE)
def remove_domain(request: Request, domain: Id) -> None:
    """Remove a domain."""
    actions.remove_email_domain(by=request.actor, domain=queries.domain(request.actor, domain))


@panel.post(f"{ONE}/check", needs=MANAGE, answer=Domain, status=200)
def check_domain(request: Request, domain: Id, body: DomainCheck) -> object:
    """Look for the proof now, by dns or file, and verify the domain where it is found."""
    found = queries.domain(request.actor, domain)
    evidence = queries.evidence_of(found, "file" if body.method == "file" else "dns")
    return _result(
        actions.verify_email_domain(
            by=request.actor, domain=found, evidence=evidence, include_subdomains=body.include_subdomains
        )
    )


@panel.post(f"{ONE}/waiting", needs=MANAGE, answer=Domain, status=200)
def await_domain(request: Request, domain: Id) -> object:
    """Have the TXT record looked for by itself for 72 hours."""
    return actions.await_dns_proof(by=request.actor, domain=queries.domain(request.actor, domain))


@panel.post(f"{ONE}/code", needs=MANAGE, answer=None)
def send_domain_code(request: Request, domain: Id, body: DomainMailbox) -> None:
    """Mail a code to a mailbox of the domain."""
    found = queries.domain(request.actor, domain)
    actions.send_domain_code(by=request.actor, domain=found, mailbox=body.mailbox)


@panel.post(f"{ONE}/code/entry", needs=MANAGE, answer=Domain, status=200)
def enter_domain_code(request: Request, domain: Id, body: DomainCode) -> object:
    """Verify a domain by the code that was mailed."""
    found = queries.domain(request.actor, domain)
    return _result(actions.verify_email_domain_by_code(by=request.actor, domain=found, code=body.code))


@panel.post(f"{ONE}/trust", needs=MANAGE, answer=Domain, status=200)
def trust_domain(request: Request, domain: Id, body: DomainTrust) -> object:
    """Trust a domain; without the approval that it needs, the refusal says how to ask for it."""
    found = queries.domain(request.actor, domain)
    return actions.trust_email_domain(by=request.actor, domain=found, reason=body.reason)


@panel.get(f"{ONE}/held-invitations", needs=VIEW, answer=Many[HeldInvitation])
def list_held_invitations(request: Request, domain: Id) -> dict[str, object]:
    """The invitations that wait for a domain."""
    return everything(owners.held_invitations(request.actor, queries.domain(request.actor, domain)))


@panel.post(f"{ONE}/held-invitations/{{id:held}}/sending", needs=MANAGE, answer=None)
def send_held_invitation(request: Request, domain: Id, held: Id) -> None:
    """Send an invitation that waited for a domain."""
    found = owners.held_invitation(request.actor, queries.domain(request.actor, domain), held)
    if found is None:
        raise NothingHeld()
    lifecycle.send_held_invitation(by=request.actor, portfolio=found.portfolio, invitation_id=found.id)


def _result(result: EmailDomain | Refused) -> EmailDomain:
    """The domain, or the refusal that was remembered."""
    if isinstance(result, Refused):
        raise result.rule
    return result
