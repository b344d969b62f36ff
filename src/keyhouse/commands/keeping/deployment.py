"""Setting a deployment up by the operator's word; every step does nothing when it was done before."""

from collections.abc import Collection
from typing import Any

from keyhouse.domain.administration import actions as administration
from keyhouse.domain.administration import queries as roles
from keyhouse.domain.connections import actions as connections
from keyhouse.domain.connections import queries as connected
from keyhouse.domain.connections import rules
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.email_domains import actions as email_domains
from keyhouse.domain.email_domains import queries as domains
from keyhouse.domain.group_membership.actions import refresh_person
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.organizations import actions as organizations
from keyhouse.domain.organizations import queries
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people.rules import PersonState, SignInMethod
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.domain.portfolios import queries as places
from keyhouse.domain.portfolios.rules import Access
from keyhouse.domain.products import actions as products
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.domain.sign_in import queries as tokens
from keyhouse.domain.sign_in.rules import TokenKind
from keyhouse.foundation import addresses, clock
from keyhouse.foundation.permissions import Permission, operator_actor
from keyhouse.protocols.saml import keys, metadata, names

PROVISIONING, TOKEN = "Provisioning", "bootstrap"


class Deployment:
    """One organization, made or found by its name, that the operator furnishes."""

    def __init__(self, name: str, *, rotate: bool = False) -> None:
        found = queries.named(name)
        self.organization = found or organizations.set_up_organization(by=operator_actor(), name=name)
        self.by = operator_actor(self.organization.id)
        self.rotate = rotate
        self.role = administration.set_up_roles(by=self.by, organization=self.organization)
        products.set_up_products(by=self.by, organization=self.organization)

    def domain(self, name: str) -> Any:
        """A domain that is verified by the operator's word."""
        known = domains.named(self.organization, name)
        row = known or email_domains.claim_email_domain(by=self.by, organization=self.organization, name=name)
        if not row.is_verified:
            email_domains.verify_email_domain_by_word(by=self.by, domain=row)
        return row

    def admin(self, email: str) -> tuple[Any, str | None]:
        """A System admin who signs in by password, and the secret of her activation link, if one was made."""
        person = persons.at_address(self.organization.id, addresses.address(email).folded)
        is_new = person is None
        if person is None:
            person = lifecycle.add_person(
                by=self.by, organization=self.organization, email=email, method=SignInMethod.PASSWORD
            )
        if person.state == PersonState.ADDED:
            people.set_state(by=self.by, person=person, state=PersonState.INVITED)
            refresh_person(by=self.by, person=person)
        if not roles.is_system_admin(person):
            administration.assign_role(by=self.by, role=self.role, person=person)
        if person.state != PersonState.INVITED or not (is_new or self.rotate):
            return person, None
        return person, credentials.create_activation_link(by=self.by, person=person)

    def portfolio(self, name: str, admin: Any) -> Any:
        """A portfolio of which the admin has full control."""
        known = places.named(self.organization.id, name)
        portfolio = known or portfolios.create_portfolio(by=self.by, organization=self.organization, name=name)
        if places.place_of(portfolio, admin.id) is None:
            portfolios.add_membership(by=self.by, portfolio=portfolio, person=admin, level=Access.FULL)
        return portfolio

    def provisioning(self, name: str = PROVISIONING) -> str | None:
        """The connection for provisioning; the secret of its token, if one was made."""
        connection = self.machine("scim", name)
        if connection is None:
            connection = connections.add_provisioning_connection(by=self.by, organization=self.organization, name=name)
        return self._token(connection, TokenKind.PROVISIONING, [Permission.ACCOUNTS_MANAGE])

    def integration(self, name: str, permissions: Collection[Permission]) -> str | None:
        """An integration with these permissions; the secret of its token, if one was made."""
        connection = self.machine("integration", name)
        if connection is None:
            connection = connections.add_integration(
                by=self.by, organization=self.organization, name=name, permissions=permissions
            )
        return self._token(connection, TokenKind.INTEGRATION, permissions)

    def sign_on(self, document: bytes, url: str = "", name: str = "Single sign-on") -> Any:
        """A SAML connection to the provider of this metadata, on without a trial; all verified domains lead to it."""
        described = metadata.read(document)
        connection = connected.issuer_elsewhere(self.organization.id, described.entity_id)
        if connection is None:
            key, certificate = keys.new_key_pair(f"Keyhouse for {self.organization.name}", clock.now())
            connection = connections.add_sign_on_connection(
                by=self.by,
                organization=self.organization,
                name=self._free_name(name),
                keys=rules.KeyPair(private_key=key, certificate=certificate),
            )
        connections.describe_identity_provider(by=self.by, connection=connection, provider=_provider(described, url))
        free = connected.unassigned_domains(self.organization.id)
        wanted = [*connected.domains_at(connection), *free]
        connections.assign_domains(by=self.by, connection=connection, domains=wanted)
        lifecycle.activate_single_sign_on(by=self.by, connection=connection)
        return connection

    def sign_on_connections(self) -> list[Any]:
        """All SAML connections of the organization."""
        return list(connected.sign_on_connections(self.organization.id))

    def machine(self, kind: str, name: str) -> Any:
        """The provisioning connection or integration of this name, or None."""
        rows = connected.provisioning_connections(self.organization.id)
        return next((one for one in rows if one.kind == kind and one.name.casefold() == name.casefold()), None)

    def _token(self, connection: Any, kind: TokenKind, permissions: Collection[Permission]) -> str | None:
        known = [one for one in tokens.tokens_of(self.organization.id, connection.id) if one.name == TOKEN]
        if known and self.rotate:
            return sign_in.rotate_access_token(by=self.by, token=known[0])[1]
        if known:
            return None
        wanted = [one.value for one in permissions]
        return sign_in.create_access_token(by=self.by, holder=connection, kind=kind, name=TOKEN, permissions=wanted)[1]

    def _free_name(self, name: str) -> str:
        taken = {one.name for one in self.sign_on_connections()}
        return next(one for one in (name, *(f"{name} {n}" for n in range(2, 100))) if one not in taken)


def _provider(described: metadata.IdentityProvider, url: str) -> rules.IdentityProvider:
    """What the domain keeps of metadata."""
    return rules.IdentityProvider(
        issuer=described.entity_id,
        sign_on_url=metadata.sign_on_url(described),
        sign_on_binding="redirect" if names.REDIRECT in described.sign_on_urls else "post",
        logout_url=described.logout_urls.get(names.REDIRECT, ""),
        certificates=described.certificates,
        metadata_url=url,
    )
