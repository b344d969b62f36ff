"""The cast of all tests: Ada, Erin, Ben and Dana of Acme; Finn's personal login; Cleo of Brightside; Mallory of Rival.

Rows are written straight into the tables; `ada`, `ben` … are actors as the door makes them, `cast.ada` … the people.
"""

import dataclasses
import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import pytest

from keyhouse.domain.assets.models import Asset
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.partners.models import PartnerShare
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, Strength
from tests.making import (
    SYSTEM_ADMIN_PERMISSIONS,
    make_asset,
    make_domain,
    make_member,
    make_organization,
    make_person,
    make_portfolio,
    make_product,
    make_system_admin,
)


def actor_of(
    person: Person, *, permissions: frozenset[Permission] = frozenset(), organization: Organization | None = None
) -> Actor:
    """The actor that the door makes of a signed-in person."""
    return Actor(
        kind=ActorKind.PERSON,
        id=person.id,
        person_id=person.id,
        name=person.name,
        email=person.email_folded,
        organization_id=organization.id if organization else person.organization_id,
        home_organization_id=person.organization_id,
        strength=Strength.TWO_FACTORS,
        permissions=permissions,
    )


@dataclass
class Cast:
    """Everybody and everything of the cast, as rows."""

    acme: Organization
    brightside: Organization
    rival: Organization
    spring_campaign: Portfolio
    press: Portfolio
    studio: Portfolio
    ada: Person
    erin: Person
    ben: Person
    dana: Person
    finn: Person
    cleo: Person
    mallory: Person
    act_1001: Asset
    acme_bikes: Asset
    newsroom: Asset
    scim: Connection
    extra: dict[str, Any] = field(default_factory=dict)


def _organizations() -> dict[str, Any]:
    acme, brightside, rival = (make_organization(name) for name in ("Acme", "Brightside", "Rival Ltd"))
    make_domain(acme, "acme.example")
    make_domain(acme, "acme-labs.example", "claimed")
    make_domain(brightside, "brightside.example")
    make_domain(rival, "rival.example")
    for organization in (acme, brightside, rival):
        make_product(organization, "Business Manager", code="business_manager")
        make_product(organization, "Migration Center", code="migration_center")
    return {"acme": acme, "brightside": brightside, "rival": rival}


def _people(acme: Organization, brightside: Organization, rival: Organization) -> dict[str, Person]:
    long_ago = clock.now() - dt.timedelta(days=3)
    people = {
        "ada": make_person(acme, "ada@acme.example", "Ada"),
        "erin": make_person(acme, "erin@acme.example", "Erin", sign_in_method="sso"),
        "ben": make_person(acme, "ben@acme.example", "Ben", sign_in_method="sso"),
        "dana": make_person(acme, "dana@acme.example", "Dana", state="deactivated", deactivated_at=long_ago),
        "finn": make_person(None, "finn.home@mail.example", "Finn"),
        "cleo": make_person(brightside, "cleo@brightside.example", "Cleo"),
        "mallory": make_person(rival, "mallory@rival.example", "Mallory"),
    }
    for name in ("ada", "erin", "cleo", "mallory"):
        make_system_admin(people[name])
    return people


@pytest.fixture
def cast(db: None) -> Cast:
    """The whole cast, as rows."""
    organizations = _organizations()
    people = _people(**organizations)
    acme, brightside = organizations["acme"], organizations["brightside"]
    spring_campaign, press = make_portfolio(acme, "Spring campaign"), make_portfolio(acme, "Press")
    studio = make_portfolio(brightside, "Brightside Studio")
    for portfolio, name, level in (
        (spring_campaign, "ada", "full"),
        (press, "ada", "full"),
        (press, "erin", "full"),
        (spring_campaign, "ben", "basic"),
        (press, "finn", "basic"),
        (studio, "cleo", "full"),
    ):
        make_member(portfolio, people[name], level)
    make_member(spring_campaign, people["dana"], "basic", state="deactivated")
    act_1001 = make_asset(spring_campaign, "ad_account", "Acme Ads", "1001")
    acme_bikes, newsroom = make_asset(spring_campaign, "page", "Acme Bikes"), make_asset(press, "page", "Acme Newsroom")
    PartnerShare.objects.of(acme).create(
        asset=acme_bikes, partner=studio, partner_organization=brightside, tasks=0, given_at=clock.now()
    )
    okta = {"kind": "scim", "provider": "okta", "name": "Okta", "state": "active", "made_at": clock.now()}
    scim = Connection.objects.of(acme).create(**okta)
    places = {"spring_campaign": spring_campaign, "press": press, "studio": studio}
    assets = {"act_1001": act_1001, "acme_bikes": acme_bikes, "newsroom": newsroom}
    return Cast(**organizations, **people, **places, **assets, scim=scim)


def _administrator(name: str) -> Any:
    @pytest.fixture(name=name)
    def administrator(cast: Cast) -> Actor:
        return actor_of(getattr(cast, name), permissions=SYSTEM_ADMIN_PERMISSIONS)

    return administrator


def _anybody(name: str) -> Any:
    @pytest.fixture(name=name)
    def anybody(cast: Cast) -> Actor:
        return actor_of(getattr(cast, name))

    return anybody


ada, erin, cleo, mallory = (_administrator(name) for name in ("ada", "erin", "cleo", "mallory"))
ben, finn = _anybody("ben"), _anybody("finn")


@pytest.fixture
def okta(cast: Cast) -> Actor:
    """Acme's provisioning connection as an actor."""
    return Actor(
        kind=ActorKind.CONNECTION,
        id=cast.scim.id,
        name="Okta",
        organization_id=cast.acme.id,
        permissions=frozenset({Permission.ACCOUNTS_MANAGE}),
    )


@pytest.fixture
def acme(cast: Cast) -> Organization:
    """The organization Acme."""
    return cast.acme


@pytest.fixture
def spring_campaign(cast: Cast) -> Portfolio:
    """Acme's portfolio Spring campaign."""
    return cast.spring_campaign


@pytest.fixture
def press(cast: Cast) -> Portfolio:
    """Acme's portfolio Press."""
    return cast.press


def weaker(actor: Actor, strength: Strength) -> Actor:
    """The same actor after a weaker sign-in."""
    return dataclasses.replace(actor, strength=strength)
