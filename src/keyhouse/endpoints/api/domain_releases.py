"""Domains between organizations: who asks for a domain, and the owner's answer."""

from ninja import Schema
from pydantic import Field

from keyhouse.domain.domain_ownership import actions as ownership
from keyhouse.domain.domain_ownership import queries as owners
from keyhouse.domain.domain_ownership.errors import ReleaseClosed
from keyhouse.domain.email_domains import queries
from keyhouse.endpoints.api.forms import Form, Id, Line, Many, Moment, everything
from keyhouse.endpoints.api.routing import Panel, Request
from keyhouse.foundation.permissions import Permission

panel = Panel("Domains between organizations")

VIEW, MANAGE = Permission.DOMAINS_VIEW, Permission.DOMAINS_MANAGE
ONE = "/domain-verification/{id:domain}"
RELEASES = "/domain-verification/releases"


class DomainAsk(Schema):
    """Another organization asks for a domain that is verified here."""

    id: Id
    name: str
    organization: str = Field(alias="organization.name")
    asked_by: str = Field(alias="asked_by_email")
    words: str
    state: str
    asked_at: Moment


class ReleaseAnswer(Schema):
    """Whether the domain is verified there now; an older proof must be shown once more."""

    verified: bool


class DomainWords(Form):
    """What the owner of a domain is told."""

    words: Line = ""


@panel.get(RELEASES, needs=VIEW, answer=Many[DomainAsk])
def list_domain_asks(request: Request) -> dict[str, object]:
    """What other organizations ask for."""
    return everything(owners.asked_of(request.actor))


@panel.post(f"{RELEASES}/{{id:release}}/release", needs=MANAGE, answer=ReleaseAnswer, status=200)
def release_domain(request: Request, release: Id) -> object:
    """Release a domain to the organization that asks for it."""
    found = owners.release(request.actor, release)
    return {"verified": ownership.release_domain(by=request.actor, release=found)}


@panel.post(f"{RELEASES}/{{id:release}}/keeping", needs=MANAGE, answer=None)
def keep_domain(request: Request, release: Id) -> None:
    """Keep a domain that another organization asks for."""
    ownership.keep_domain(by=request.actor, release=owners.release(request.actor, release))


@panel.post(f"{ONE}/release", needs=MANAGE, answer=None)
def ask_for_domain(request: Request, domain: Id, body: DomainWords) -> None:
    """Ask the organization that has verified a domain to release it."""
    found = queries.domain(request.actor, domain)
    ownership.ask_for_release(by=request.actor, domain=found, words=body.words)


@panel.delete(f"{ONE}/release", needs=MANAGE)
def withdraw_domain_ask(request: Request, domain: Id) -> None:
    """Ask for a domain no longer."""
    found = queries.domain(request.actor, domain)
    release = owners.release_of(found)
    if release is None:
        raise ReleaseClosed(name=found.name)
    ownership.withdraw_release(by=request.actor, release=release)
