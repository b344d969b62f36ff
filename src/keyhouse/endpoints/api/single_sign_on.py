"""Single sign-on: connections to identity providers that people sign in through, and the attempts."""

from ninja import Query, Schema
from pydantic import Field

from keyhouse.domain.connections import actions, queries, rules
from keyhouse.domain.connections.rules import SignOnConnection
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.endpoints.api.errors import UnfitIdentityProvider
from keyhouse.endpoints.api.forms import Form, Id, Line, Many, Moment, Paging, everything, many, place
from keyhouse.endpoints.api.routing import Panel, Request
from keyhouse.foundation import clock, outbound
from keyhouse.foundation.permissions import Permission
from keyhouse.protocols.saml import keys, metadata
from keyhouse.protocols.saml.errors import Refusal

panel = Panel("Single sign-on")
MAX_BYTES = 256 * 1024
ALL = "/single-sign-on"
ONE = f"{ALL}/{{id:sign_on}}"


class OurSide(Schema):
    """What is typed in at the identity provider."""

    entity_id: str
    acs_url: str
    metadata_url: str
    logout_url: str


class SignOn(Schema):
    """A connection that people sign in through."""

    id: Id
    name: str
    provider: str
    state: str
    issuer: str
    sign_on_url: str
    logout_url: str
    metadata_url: str
    certificates: list[str]
    domains: list[str]
    all_new_domains: bool
    ours: OurSide


class NewSignOn(Form):
    """A connection to add; nobody uses it before it is activated."""

    name: Line = Field(min_length=1, max_length=100)
    provider: Line = Field("other", max_length=20)


class TheirSide(Form):
    """The identity provider's values: its metadata as XML or by its address, or the three that every provider shows."""

    metadata_xml: str = Field("", max_length=MAX_BYTES)
    metadata_url: Line = Field("", max_length=2000)
    issuer: Line = Field("", max_length=1000)
    sign_on_url: Line = Field("", max_length=2000)
    certificate: str = Field("", max_length=20_000)
    logout_url: Line = Field("", max_length=2000)


class RoutedDomains(Form):
    """The verified domains whose people are sent to a connection."""

    domains: list[Id] = Field(max_length=1000)
    all_new: bool = False


class Attempt(Schema):
    """A try to sign in, with every check in order."""

    id: Id
    at: Moment
    support_code: str
    outcome: str
    person: Id | None = Field(alias="person_id")
    ip: str
    device: str
    checks: list[dict[str, object]]


@panel.get(ALL, needs=Permission.SSO_VIEW, answer=Many[SignOn])
def list_sign_on_connections(request: Request) -> dict[str, object]:
    """The connections that people sign in through."""
    return everything([_shown(one) for one in queries.sign_on_connections(request.actor.organization_id or 0)])


@panel.post(ALL, needs=Permission.SSO_MANAGE, answer=SignOn)
def add_sign_on_connection(request: Request, body: NewSignOn) -> object:
    """Add a connection with a key of its own; nobody uses it yet."""
    organization = organizations.organization(request.actor.organization_id or 0)
    pair = rules.KeyPair(*keys.new_key_pair(f"Keyhouse for {organization.name}", clock.now()))
    added = actions.add_sign_on_connection(
        by=request.actor, organization=organization, keys=pair, name=body.name, provider=body.provider
    )
    return _shown(queries.sign_on_connection(request.actor, added.id))


@panel.get(ONE, needs=Permission.SSO_VIEW, answer=SignOn)
def read_sign_on_connection(request: Request, sign_on: Id) -> object:
    """One connection."""
    return _shown(queries.sign_on_connection(request.actor, sign_on))


@panel.put(f"{ONE}/identity-provider", needs=Permission.SSO_MANAGE, answer=SignOn)
def describe_identity_provider(request: Request, sign_on: Id, body: TheirSide) -> object:
    """Keep the identity provider's values, if none of them is at fault; a change of them voids the test."""
    found = queries.sign_on_connection(request.actor, sign_on)
    lines, provider = _judged(found, body)
    faults = [line for line in lines if not line.passed and line.check != "certificate_lives"]
    if provider is None or faults:
        raise UnfitIdentityProvider(faults=" ".join(f"{line.label}: {line.found} {line.fix}" for line in faults))
    given = rules.IdentityProvider(**provider.kept(), metadata_url=body.metadata_url)
    actions.describe_identity_provider(by=request.actor, connection=found, provider=given)
    return _shown(queries.sign_on_connection(request.actor, sign_on))


@panel.put(f"{ONE}/domains", needs=Permission.SSO_MANAGE, answer=SignOn)
def assign_domains(request: Request, sign_on: Id, body: RoutedDomains) -> object:
    """Make these, and no others, the domains whose people are sent to a connection."""
    found = queries.sign_on_connection(request.actor, sign_on)
    chosen = [email_domains.domain(request.actor, one) for one in body.domains]
    actions.assign_domains(by=request.actor, connection=found, domains=chosen, all_new=body.all_new)
    return _shown(queries.sign_on_connection(request.actor, sign_on))


@panel.post(f"{ONE}/activation", needs=Permission.SSO_MANAGE, answer=SignOn, status=200)
def activate_sign_on_connection(request: Request, sign_on: Id) -> object:
    """Send the people of its domains to the identity provider from now on; it must have been tested on its page."""
    found = queries.sign_on_connection(request.actor, sign_on)
    lifecycle.activate_single_sign_on(by=request.actor, connection=found)
    return _shown(queries.sign_on_connection(request.actor, sign_on))


@panel.post(f"{ONE}/deactivation", needs=Permission.TURN_OFF_SSO, answer=SignOn, status=200)
def switch_off_sign_on_connection(request: Request, sign_on: Id) -> object:
    """Switch a connection off: its people sign in with passwords."""
    actions.switch_off_sign_on(by=request.actor, connection=queries.sign_on_connection(request.actor, sign_on))
    return _shown(queries.sign_on_connection(request.actor, sign_on))


@panel.get(f"{ONE}/attempts", needs=Permission.SSO_VIEW, answer=Many[Attempt])
def list_sign_in_attempts(
    request: Request, sign_on: Id, paging: Query[Paging], support_code: Line = ""
) -> dict[str, object]:
    """The attempts of the last 30 days, the newest first, each with every check."""
    every = sign_in.attempts_at(queries.sign_on_connection(request.actor, sign_on), support_code)
    after = place(request, paging)
    rows = list((every.filter(id__lt=after[0]) if after else every)[: paging.limit + 1])
    return many(request, paging, rows, lambda row: [row.id])


def _judged(
    connection: SignOnConnection, given: TheirSide
) -> tuple[tuple[metadata.Line, ...], metadata.IdentityProvider | None]:
    """Judge what was given, line by line; a metadata address is fetched by the one guarded client."""

    def is_taken(issuer: str) -> bool:
        return queries.issuer_elsewhere(connection.organization_id, issuer, but=connection.id) is not None

    if given.metadata_xml or given.metadata_url:
        xml = given.metadata_xml.encode() or outbound.get(given.metadata_url, max_bytes=MAX_BYTES)
        return metadata.validate(xml, now=clock.now(), is_allowed=outbound.may_be_http, is_taken=is_taken)
    try:
        provider = metadata.from_form(
            sign_on_url=given.sign_on_url,
            issuer=given.issuer,
            certificate=given.certificate,
            logout_url=given.logout_url,
        )
    except Refusal as refusal:
        raise UnfitIdentityProvider(faults=str(refusal)) from None
    lines = metadata.examine(provider, now=clock.now(), is_allowed=outbound.may_be_http, is_taken=is_taken)
    return lines, provider


def _shown(found: SignOnConnection) -> dict[str, object]:
    ours = rules.addresses_of(found.id)
    return {
        "id": found.id,
        "name": found.name,
        "provider": found.provider,
        "state": found.state,
        "issuer": found.saml.issuer,
        "sign_on_url": found.saml.sign_on_url,
        "logout_url": found.saml.logout_url,
        "metadata_url": found.saml.metadata_url,
        "certificates": found.saml.certificates,
        "domains": [domain.name for domain in queries.domains_at(found)],
        "all_new_domains": found.routes_new_domains,
        "ours": {
            "entity_id": ours.entity_id,
            "acs_url": ours.acs_url,
            "metadata_url": ours.metadata_url,
            "logout_url": ours.logout_url,
        },
    }
