"""The cast of the demo, built by the domain's own actions: who they are, where they work, what they may do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import pyotp
from django.db import transaction

from keyhouse.demo.practice import sign_on
from keyhouse.demo.practice.directory import Account
from keyhouse.demo.practice.provider import Provider
from keyhouse.domain.administration import actions as administration
from keyhouse.domain.assets import actions as assets
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import rules as secrets
from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.email_domains import actions as email_domains
from keyhouse.domain.grants import actions as grants
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.lifecycle.rules import Incoming
from keyhouse.domain.partners import actions as partners
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import rules
from keyhouse.domain.people.rules import PersonState
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.domain.portfolios.rules import Access
from keyhouse.domain.relationships import actions as relationships
from keyhouse.foundation import addresses
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, operator_actor

PROVIDER = "Practice provider"
ASSETS = [  # key in the JSON of the demo, type, name, external id; all of Spring campaign but the newsroom
    ("Acme Bikes", "page", "Acme Bikes", ""),
    ("act_1001", "ad_account", "Acme Ads", "1001"),
    ("Bikes 2026", "catalog", "Bikes 2026", ""),
    ("Shop pixel", "pixel", "Shop pixel", ""),
    ("Acme Support", "whatsapp_account", "Acme Support", ""),
    ("acme.bikes", "instagram_account", "acme.bikes", ""),
    ("Acme Reports", "app", "Acme Reports", ""),
    ("Bikes EU", "line_of_business", "Bikes EU", ""),
]


class Furnished(Protocol):
    """An organization that the operator furnishes, as bootstrap does."""

    organization: Any
    by: Actor
    role: Any

    def domain(self, name: str) -> Any: ...
    def admin(self, email: str) -> tuple[Any, str | None]: ...
    def portfolio(self, name: str, admin: Any) -> Any: ...
    def provisioning(self, name: str) -> str | None: ...
    def machine(self, kind: str, name: str) -> Any: ...
    def integration(self, name: str, permissions: list[Permission]) -> str | None: ...
    def sign_on(self, document: bytes, url: str, name: str) -> Any: ...


@dataclass
class Cast:
    """Everybody and everything by name, and how those with a password sign in."""

    organizations: dict[str, Any] = field(default_factory=dict)
    portfolios: dict[str, Any] = field(default_factory=dict)
    people: dict[str, Any] = field(default_factory=dict)
    assets: dict[str, Any] = field(default_factory=dict)
    authenticators: dict[str, str] = field(default_factory=dict)
    password: str = ""
    scim_token: str = ""
    decide_token: str = ""


@transaction.atomic
def build(*, furnish: Callable[[str], Furnished], provider: Provider, password: str) -> Cast:
    """Build the whole cast in one transaction."""
    cast = Cast(password=password)
    hashed = secrets.new_password(password)
    for company, domain, admin in (
        ("Acme", "acme.example", "ada"),
        ("Brightside", "brightside.example", "cleo"),
        ("Rival Ltd", "rival.example", "mallory"),
    ):
        _company(cast, furnish(company), domain=domain, admin=admin, password=hashed)
    acme = furnish("Acme")
    email_domains.claim_email_domain(by=acme.by, organization=acme.organization, name="acme-labs.example")
    _portfolios(cast, acme, furnish("Brightside"))
    _machines(cast, acme, provider)
    _employees(cast, acme, provider)
    _personal_logins(cast, acme, hashed)
    _work(cast, acme)
    _relationship(cast, acme, furnish("Brightside"))
    return cast


def _relationship(cast: Cast, acme: Furnished, brightside: Furnished) -> None:
    """Acme hosts people of Brightside, and Cleo waits to be let in."""
    _, code = relationships.make_relationship_id(by=acme.by, organization=acme.organization, hosting=True)
    offer = relationships.use_relationship_id(by=brightside.by, organization=brightside.organization, code=code)
    made = relationships.accept_relationship(by=brightside.by, offer=offer)
    relationships.add_guests(
        by=brightside.by, relationship=made, people=[cast.people["cleo"]], note="For Spring campaign."
    )


def _company(cast: Cast, made: Furnished, *, domain: str, admin: str, password: Any) -> None:
    """An organization with its domain and its administrator, who has a password and an authenticator app."""
    made.domain(domain)
    person, _ = made.admin(f"{admin}@{domain}")
    people.change_profile(by=made.by, person=person, profile=_profile(admin))
    people.set_state(by=made.by, person=person, state=PersonState.ACTIVE)
    credentials.set_password(by=made.by, person=person, password=password)
    secret = secrets.new_authenticator_secret()
    credentials.set_up_authenticator(by=made.by, person=person, secret=secret, code=pyotp.TOTP(secret).now())
    cast.organizations[made.organization.name] = made.organization
    cast.people[admin], cast.authenticators[admin] = person, secret


def _portfolios(cast: Cast, acme: Furnished, brightside: Furnished) -> None:
    for name in ("Spring campaign", "Press"):
        cast.portfolios[name] = acme.portfolio(name, cast.people["ada"])
    cast.portfolios["Brightside Studio"] = brightside.portfolio("Brightside Studio", cast.people["cleo"])


def _machines(cast: Cast, acme: Furnished, provider: Provider) -> None:
    cast.scim_token = acme.provisioning(PROVIDER) or ""
    cast.decide_token = acme.integration("Decisions", [Permission.DECIDE]) or ""
    acme.sign_on(sign_on.metadata(provider), f"{provider.url}/metadata", PROVIDER)


def _employees(cast: Cast, acme: Furnished, provider: Provider) -> None:
    """Erin, Ben and Dana come from the identity provider; Dana has left again."""
    connection = acme.machine("scim", PROVIDER)
    pushing = Actor(
        kind=ActorKind.CONNECTION,
        id=connection.id,
        name=connection.name,
        organization_id=acme.organization.id,
        permissions=frozenset({Permission.ACCOUNTS_MANAGE}),
    )
    for name in ("erin", "ben", "dana"):
        account = _account(name)
        incoming = Incoming(
            address=addresses.address(account.email), profile=_profile(name), external_id=account.external_id
        )
        person = lifecycle.provision_person(by=pushing, connection=connection, incoming=incoming)
        people.set_state(by=acme.by, person=person, state=PersonState.ACTIVE)
        provider.directory.keep(_account(name, scim_id=str(person.id), active=name != "dana"))
        cast.people[name] = person
    administration.assign_role(by=acme.by, role=acme.role, person=cast.people["erin"])
    for name, portfolio, level in (
        ("erin", "Press", Access.FULL),
        ("ben", "Spring campaign", Access.BASIC),
        ("dana", "Spring campaign", Access.BASIC),
    ):
        _join(acme, cast.portfolios[portfolio], cast.people[name], level)
    deprovisioning.change_active(by=pushing, person=cast.people["dana"], active=False, alone=True)


def _personal_logins(cast: Cast, acme: Furnished, password: Any) -> None:
    """Finn works in Press by a personal login; Ben has one in Spring campaign from before his work account."""
    nobody = operator_actor()
    for key, name, email, portfolio in (
        ("finn", "finn", "finn.home@mail.example", "Press"),
        ("ben.home", "ben", "ben.home@mail.example", "Spring campaign"),
    ):
        person = rules.draft(
            organization_id=None,
            address=addresses.address(email),
            profile=_profile(name),
            account=rules.Account(state=PersonState.ACTIVE),
        )
        people.create_person(by=nobody, person=person)
        credentials.set_password(by=nobody, person=person, password=password)
        _join(acme, cast.portfolios[portfolio], person, Access.BASIC)
        cast.people[key] = person


def _work(cast: Cast, acme: Furnished) -> None:
    """The assets, what Ben may do with them, and what the agency Brightside may."""
    spring, press = cast.portfolios["Spring campaign"], cast.portfolios["Press"]
    for key, kind, name, outside in ASSETS:
        cast.assets[key] = assets.create_asset(by=acme.by, portfolio=spring, type=kind, name=name, external_id=outside)
    cast.assets["Acme Newsroom"] = assets.create_asset(by=acme.by, portfolio=press, type="page", name="Acme Newsroom")
    _assign(cast, acme, "ben", "act_1001", ["ADVERTISE", "ANALYZE"])
    _assign(cast, acme, "ben", "Acme Bikes", ["CREATE_CONTENT", "MODERATE"])
    _assign(cast, acme, "finn", "Acme Newsroom", ["CREATE_CONTENT"])
    studio = cast.portfolios["Brightside Studio"]
    for key, tasks in (("Acme Bikes", ["ADVERTISE", "ANALYZE"]), ("act_1001", ["ADVERTISE"])):
        partners.share_asset(by=acme.by, asset=cast.assets[key], partner=studio, tasks=tasks)


def _assign(cast: Cast, acme: Furnished, person: str, asset: str, tasks: list[str]) -> None:
    thing = cast.assets[asset]
    grants.assign_assets(
        by=acme.by,
        portfolio=thing.portfolio,
        subject_id=cast.people[person].id,
        object_ids=[thing.id],
        tasks={thing.type: tasks},
    )


def _join(acme: Furnished, portfolio: Any, person: Any, level: Any) -> None:
    portfolios.add_membership(by=acme.by, portfolio=portfolio, person=person, level=level)


def _profile(name: str) -> rules.Profile:
    return rules.Profile(given_name=name.capitalize(), display_name=name.capitalize())


def _account(name: str, scim_id: str = "", active: bool = True) -> Account:
    return Account(
        external_id=f"00u{name}",
        email=f"{name}@acme.example",
        given_name=name.capitalize(),
        family_name="",
        scim_id=scim_id,
        active=active,
    )
