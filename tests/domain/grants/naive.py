"""The naive evaluator: the rule of the decision in plain Python over all rows, for comparison with the SQL."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from keyhouse.domain.assets.models import Asset, AssetGroup, AssetGroupMember, LeadsReader
from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.partners.models import PartnerShare
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Membership, Portfolio
from keyhouse.domain.products.models import Product, ProductAccess
from keyhouse.domain.system_users.models import SystemUser

TABLES = (
    Asset,
    AssetGroup,
    AssetGroupMember,
    LeadsReader,
    TaskGrant,
    GroupMember,
    PartnerShare,
    Person,
    Membership,
    Portfolio,
    Authenticator,
    SystemUser,
    Product,
    ProductAccess,
)


@dataclass(frozen=True)
class Found:
    """A path: how, through which portfolio and share, by which grant, group and asset group."""

    code: str
    portfolio: int
    share: int | None = None
    grant: int | None = None
    group: int | None = None
    asset_group: int | None = None


class Naive:
    """All rows, read once, and the questions asked of them."""

    def __init__(self, organization: int, at: dt.datetime) -> None:
        self.organization, self.at = organization, at
        self.rows = {table: list(table.objects.everywhere(reason="a test reads all")) for table in TABLES}
        self.active = {one.id for one in Organization.objects.all() if one.state == "active"}
        self.portfolios = {one.id: one for one in self.rows[Portfolio]}
        self.people = {one.id: one for one in self.rows[Person]}
        self.robots = {one.id: one for one in self.rows[SystemUser]}
        self.assets = {one.id: one for one in self.rows[Asset]}

    def live(self, row: Any) -> bool:
        return row.until is None or row.until > self.at

    def sees(self, asset: Asset) -> bool:
        shared = any(
            share.asset_id == asset.id and share.partner_organization_id == self.organization and self.live(share)
            for share in self.rows[PartnerShare]
        )
        owned = asset.organization_id == self.organization
        return asset.released_at is None and asset.organization_id in self.active and (owned or shared)

    def ways(self, subject: int, task: str, asset: Asset) -> set[Found]:
        """Every path by which the subject may do the task with the asset."""
        wanted = tasks.task(types.TYPES[asset.type], task)
        if wanted is None or not self.sees(asset):
            return set()
        if subject in self.people:
            return self.ways_of_person(self.people[subject], wanted.name, asset)
        robot = self.robots.get(subject)
        return self.ways_of_robot(robot, wanted.name, asset) if robot else set()

    def may_read_leads(self, subject: int, task: str, asset: Asset) -> bool:
        listed = {(one.asset_id, one.person_id) for one in self.rows[LeadsReader]}
        return task != "MANAGE_LEADS" or not asset.leads_restricted or (asset.id, subject) in listed

    def ways_of_person(self, person: Person, task: str, asset: Asset) -> set[Found]:
        usable = person.state == "active" and (person.kind == "personal" or person.organization_id in self.active)
        started = person.start_date is None or person.start_date <= self.at
        if not (usable and started and self.has_tool(person) and self.may_read_leads(person.id, task, asset)):
            return set()
        found = set()
        for place in self.rows[Membership]:
            if place.person_id == person.id and self.counts(place, person):
                for share in self.doors(place, asset, task, person.organization_id):
                    if place.level == "full":
                        found.add(Found(coded("full_control", share), place.portfolio_id, share and share.id))
                    found |= self.grants(place, asset, task, share, {person.id: None} | self.groups_of(person, place))
        return found

    def has_tool(self, person: Person) -> bool:
        """Business Manager is open to everyone of her organization, or she was chosen, herself or by a live group."""
        closed = [
            one.id
            for one in self.rows[Product]
            if one.organization_id == person.organization_id
            and one.code == "business_manager"
            and one.access == "custom"
        ]
        groups = {
            one.group_id
            for one in self.rows[GroupMember]
            if one.person_id == person.id and not one.paused and self.live(one)
        }
        chosen = {
            one.product_id for one in self.rows[ProductAccess] if one.person_id == person.id or one.group_id in groups
        }
        return set(closed) <= chosen

    def ways_of_robot(self, robot: SystemUser, task: str, asset: Asset) -> set[Found]:
        usable = robot.state == "active" and robot.organization_id in self.active
        if not usable or not self.may_read_leads(robot.id, task, asset):
            return set()
        found = set()
        for share in self.doors(robot, asset, task, robot.organization_id):
            found |= self.grants(robot, asset, task, share, {robot.id: None})
        return found

    def counts(self, place: Membership, person: Person) -> bool:
        """The place is live, its organization too, and the two-factor rule of its portfolio is met."""
        portfolio = self.portfolios[place.portfolio_id]
        second = any(one.person_id == person.id and one.confirmed_at for one in self.rows[Authenticator])
        trusted = person.kind == "work" and person.sign_in_method == "sso" and portfolio.assume_sso_is_enough
        asked = portfolio.two_factor_rule == "all_required" or (
            portfolio.two_factor_rule == "admin_required" and place.level == "full"
        )
        met = second or trusted or not asked
        return place.state == "active" and self.live(place) and place.organization_id in self.active and met

    def doors(self, place: Any, asset: Asset, task: str, home: int | None) -> list[PartnerShare | None]:
        """How the portfolio of this place comes to the asset: it owns it (None), or by shares that hold the task."""
        mine = self.organization in (asset.organization_id, home)
        if place.portfolio_id == asset.portfolio_id:
            return [None] if mine else []
        seen = mine or place.organization_id == self.organization
        return [
            share
            for share in self.rows[PartnerShare]
            if seen
            and share.partner_id == place.portfolio_id
            and share.asset_id == asset.id
            and self.live(share)
            and gives(asset, share.tasks, task)
        ]

    def groups_of(self, person: Person, place: Membership) -> dict[int, int | None]:
        return {
            one.group_id: one.group_id
            for one in self.rows[GroupMember]
            if one.person_id == person.id
            and not one.paused
            and self.live(one)
            and one.organization_id == place.organization_id
        }

    def grants(
        self, place: Any, asset: Asset, task: str, share: PartnerShare | None, subjects: dict[int, int | None]
    ) -> set[Found]:
        own_sets = {one.id for one in self.rows[AssetGroup] if one.portfolio_id == place.portfolio_id}
        objects = {asset.id: None} | {
            one.group_id: one.group_id
            for one in self.rows[AssetGroupMember]
            if one.asset_id == asset.id and one.group_id in own_sets
        }
        found = set()
        for grant in self.rows[TaskGrant]:
            fits = (
                grant.portfolio_id == place.portfolio_id
                and grant.subject_id in subjects
                and grant.object_id in objects
                and grant.asset_type == asset.type
            )
            started = grant.starts_at is None or grant.starts_at <= self.at
            if fits and started and self.live(grant) and gives(asset, grant.tasks, task):
                group, set_ = subjects[grant.subject_id], objects[grant.object_id]
                code = {
                    (False, False): "direct",
                    (True, False): "group",
                    (False, True): "asset_group",
                    (True, True): "group_and_asset_group",
                }[group is not None, set_ is not None]
                found.add(Found(coded(code, share), place.portfolio_id, share and share.id, grant.id, group, set_))
        return found


def gives(asset: Asset, given: int, task: str) -> bool:
    """Whether tasks as given hold this one, with all that they imply."""
    kind = types.TYPES[asset.type]
    return task in tasks.names(kind, tasks.closure(kind, given))


def coded(code: str, share: PartnerShare | None) -> str:
    return f"partner_{code}" if share else code
