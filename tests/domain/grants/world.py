"""Generated worlds: organizations, portfolios, people, groups, assets, shares and grants in every mixture."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from keyhouse.domain.assets.models import Asset, AssetGroup, AssetGroupMember, LeadsReader
from keyhouse.domain.assets.rules import types
from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.partners.models import PartnerShare
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Membership, Portfolio
from keyhouse.domain.products.models import Product, ProductAccess
from keyhouse.domain.system_users.models import SystemUser

NOW = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
BEFORE, AFTER = NOW - dt.timedelta(microseconds=1), NOW + dt.timedelta(microseconds=1)
KINDS = ("page", "ad_account", "pixel", "whatsapp_account")
SOURCES = ("direct", "preset")


@dataclass
class World:
    """What was made."""

    organizations: list[Organization]
    portfolios: list[Portfolio]
    people: list[Person]
    robots: list[SystemUser]
    assets: list[Asset]


class Maker:
    """Draws a world and writes its rows."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw

    def pick(self, *among: Any) -> Any:
        return self.draw(st.sampled_from(among))

    def mostly(self, usual: Any, *others: Any) -> Any:
        return self.pick(usual, usual, usual, *others)

    def some(self, number: int) -> range:
        return range(self.draw(st.integers(0, number)))

    def make(self) -> World:
        """Everything, in the order in which rows name one another."""
        self.organizations = [self.organization(name) for name in ("one", "two", "three")]
        self.portfolios = [self.portfolio(n, self.organizations[n % 3]) for n in range(4)]
        self.people = [self.person(n) for n in range(5)]
        self.robots = [self.robot(n) for n in range(2)]
        self.groups = [
            PersonGroup.objects.of(one).create(name=one.name, name_folded=one.name, made_at=NOW)
            for one in self.organizations
        ]
        self.assets = [self.asset(n) for n in range(4)]
        self.sets = [
            AssetGroup.objects.of(one.organization_id).create(portfolio=one, name="set", made_at=NOW)
            for one in self.portfolios
        ]
        for row in (self.place, self.in_group, self.in_set, self.share, self.grant):
            self.fill(row)
        self.second_factors_and_leads()
        self.products()
        return World(self.organizations, self.portfolios, self.people, self.robots, self.assets)

    def fill(self, row: Any) -> None:
        made: set[Any] = set()
        for _ in range(self.draw(st.integers(3, 12))):
            row(made)

    def organization(self, name: str) -> Organization:
        return Organization.objects.create(
            name=name, name_folded=name, made_at=NOW, state=self.mostly("active", "active", "suspended")
        )

    def portfolio(self, n: int, owner: Organization) -> Portfolio:
        return Portfolio.objects.of(owner).create(
            name=f"portfolio {n}",
            made_at=NOW,
            two_factor_rule=self.mostly("none", "admin_required", "all_required"),
            assume_sso_is_enough=self.pick(True, False),
        )

    def person(self, n: int) -> Person:
        owner = self.pick(*self.organizations, None)
        rows = Person.objects.of(owner) if owner else Person.objects.of_nobody()
        return rows.create(
            kind="work" if owner else "personal",
            email=f"{n}@acme.example",
            email_folded=f"{n}@acme.example",
            state=self.mostly("active", "active", "deactivated", "suspended", "invited"),
            made_at=NOW,
            changed_at=NOW,
            start_date=self.mostly(None, BEFORE, NOW, AFTER),
            sign_in_method=self.pick("sso", "password"),
        )

    def robot(self, n: int) -> SystemUser:
        home = self.pick(*self.portfolios)
        return SystemUser.objects.of(home.organization_id).create(
            portfolio=home, name=f"robot {n}", made_at=NOW, state=self.mostly("active", "removed")
        )

    def asset(self, n: int) -> Asset:
        home = self.portfolios[self.pick(0, 0, 1, 2, 3)]
        return Asset.objects.of(home.organization_id).create(
            portfolio=home,
            type=self.pick(*KINDS),
            name=f"asset {n}",
            made_at=NOW,
            leads_restricted=self.pick(True, False),
            released_at=self.mostly(None, None, NOW),
        )

    def bits(self, kind: str) -> int:
        return self.draw(st.integers(0, types.TYPES[kind].every_bit)) & self.draw(st.integers(0, 255))

    def until(self) -> dt.datetime | None:
        return self.mostly(None, BEFORE, NOW, AFTER)

    def place(self, made: set[Any]) -> None:
        person, home = self.pick(*self.people), self.pick(*self.portfolios)
        if (person.id, home.id) not in made:
            made.add((person.id, home.id))
            Membership.objects.of(home.organization_id).create(
                person=person,
                portfolio=home,
                level=self.pick("full", "basic", "basic", "apps"),
                until=self.until(),
                state=self.mostly("active", "deactivated", "removed"),
                added_at=NOW,
            )

    def in_group(self, made: set[Any]) -> None:
        person, group = self.pick(*self.people), self.pick(*self.groups)
        if (person.id, group.id) not in made:
            made.add((person.id, group.id))
            GroupMember.objects.of(group.organization_id).create(
                person=person, group=group, until=self.until(), paused=self.mostly(False, True)
            )

    def in_set(self, made: set[Any]) -> None:
        asset, one = self.pick(*self.assets), self.pick(*self.sets)
        if (asset.id, one.id) not in made:
            made.add((asset.id, one.id))
            AssetGroupMember.objects.of(one.organization_id).create(asset=asset, group=one)

    def share(self, made: set[Any]) -> None:
        asset, partner = self.pick(*self.assets), self.pick(*self.portfolios)
        if (asset.id, partner.id) not in made and partner.id != asset.portfolio_id:
            made.add((asset.id, partner.id))
            PartnerShare.objects.of(asset.organization_id).create(
                asset=asset,
                partner=partner,
                partner_organization_id=partner.organization_id,
                given_at=NOW,
                tasks=self.bits(asset.type),
                until=self.until(),
            )

    def grant(self, made: set[Any]) -> None:
        subject = self.pick(*self.people, *self.robots, *self.groups)
        thing, home = self.pick(*self.assets, *self.assets, *self.sets), self.pick(*self.portfolios)
        kind = self.mostly(thing.type, *KINDS) if isinstance(thing, Asset) else self.pick(*KINDS)
        key = (subject.id, thing.id, home.id, kind, self.pick(*SOURCES))
        if key not in made:
            made.add(key)
            TaskGrant.objects.of(home.organization_id).create(
                portfolio=home,
                subject_id=subject.id,
                object_id=thing.id,
                asset_type=kind,
                tasks=self.bits(kind),
                source=key[-1],
                starts_at=self.mostly(None, BEFORE, NOW, AFTER),
                until=self.until(),
                given_at=NOW,
            )

    def products(self) -> None:
        for owner, group in zip(self.organizations, self.groups, strict=True):
            tool = Product.objects.of(owner).create(
                code=self.mostly("business_manager", "migration_center"),
                name=owner.name,
                name_folded=owner.name,
                access=self.mostly("default", "custom"),
                connected_at=NOW,
            )
            for subject in self.people:
                if self.pick(True, False):
                    ProductAccess.objects.of(owner).create(product=tool, person=subject, given_at=NOW)
            if self.pick(True, False):
                ProductAccess.objects.of(owner).create(product=tool, group=group, source="preset", given_at=NOW)

    def second_factors_and_leads(self) -> None:
        for person in self.people:
            if self.pick(True, False):
                rows = Authenticator.objects
                rows = rows.of(person.organization_id) if person.organization_id else rows.of_nobody()
                rows.create(person=person, secret_encrypted="x", confirmed_at=self.pick(NOW, None))
            for asset in self.assets:
                if self.pick(True, False):
                    LeadsReader.objects.of(asset.organization_id).create(asset=asset, person=person)


@st.composite
def recipes(draw: Any) -> Any:
    """A world that is only written when the test has its transaction."""
    data = draw(st.data())
    return lambda: Maker(data.draw).make()
