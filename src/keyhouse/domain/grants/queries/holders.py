"""Who holds tasks on an asset: the list of the asset's page."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from keyhouse.domain.assets.models import Asset, AssetGroup, AssetGroupMember
from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.assets.rules.tasks import Text
from keyhouse.domain.grants.models import PromisedGrant, TaskGrant
from keyhouse.domain.grants.rules import DIRECT, PRESET
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.invitations.models import WAITING
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Membership, MembershipState, Portfolio
from keyhouse.domain.system_users.models import SystemUser
from keyhouse.foundation import clock, ids
from keyhouse.foundation.permissions import Actor


@dataclass(frozen=True, kw_only=True)
class Holder:
    """A line of the list "who has access": a person, group, system user or invitation with tasks on the asset."""

    subject_id: int
    kind: str
    name: str
    email: str = ""
    is_masked: bool = False
    labels: tuple[Text, ...] = ()
    bits: int = 0
    asset_group: str = ""
    source: str = DIRECT
    until: dt.datetime | None = None
    is_direct: bool = False


def holders(by: Actor, portfolio: Portfolio, asset: Asset) -> list[Holder]:
    """Who holds tasks on an asset in a portfolio's name, by name; those with full control of it hold all anyway."""
    groups = dict(
        AssetGroupMember.objects.of(portfolio.organization_id)
        .filter(asset_id=asset.id, group__portfolio=portfolio)
        .values_list("group_id", "group__name")
    )
    grants = list(
        TaskGrant.objects.of(portfolio.organization_id).filter(
            Q(until=None) | Q(until__gt=clock.now()),
            portfolio=portfolio,
            object_id__in=[asset.id, *groups],
            asset_type=asset.type,
        )
    )
    people = _people(by, portfolio, [grant.subject_id for grant in grants])
    found = [
        _holder(grant, people[grant.subject_id], groups.get(grant.object_id, ""))
        for grant in grants
        if grant.subject_id in people
    ]
    found += _promises(portfolio, asset, groups)
    return sorted(found, key=lambda one: (one.name.casefold(), one.subject_id))


def direct_on(portfolio: Portfolio, subject_id: int, object_id: int) -> int:
    """The bits that were given to a subject on an object directly; 0 when none were."""
    rows = TaskGrant.objects.of(portfolio.organization_id).filter(
        portfolio=portfolio, subject_id=subject_id, object_id=object_id, source=DIRECT
    )
    found: int | None = rows.values_list("tasks", flat=True).first()
    return found or 0


def from_preset(portfolio: Portfolio, subject_id: int, preset_id: int) -> list[TaskGrant]:
    """What a preset gave a person or group in a portfolio's name."""
    rows = TaskGrant.objects.of(portfolio.organization_id).filter(portfolio=portfolio, subject_id=subject_id)
    return list(rows.filter(source=PRESET, source_id=preset_id).order_by("id"))


def names_of(organization_id: int, object_ids: Iterable[int]) -> dict[int, str]:
    """The names of assets and asset groups that stand in grants of an organization, whoever owns the assets now."""
    wanted = sorted(set(object_ids))
    assets = Asset.objects.everywhere(reason="what was given of a shared asset is named also when its share has ended")
    groups = AssetGroup.objects.of(organization_id).filter(id__in=wanted)
    return dict(assets.filter(id__in=wanted).values_list("id", "name")) | dict(groups.values_list("id", "name"))


@dataclass(frozen=True, kw_only=True)
class _Named:
    kind: str
    name: str
    email: str = ""
    is_masked: bool = False


def _people(by: Actor, portfolio: Portfolio, subject_ids: list[int]) -> dict[int, _Named]:
    places = Membership.objects.of(portfolio.organization_id).filter(portfolio=portfolio, person_id__in=subject_ids)
    rows: list[Person] = [one.person for one in places.exclude(state=MembershipState.REMOVED).select_related("person")]
    found = {
        one.id: _Named(kind="person", name=one.name, email=one.email, is_masked=one.is_masked)
        for one in portfolios.shown(by, rows, portfolio.organization_id).values()
    }
    for group in PersonGroup.objects.of(portfolio.organization_id).filter(id__in=subject_ids):
        found[group.id] = _Named(kind="group", name=group.name)
    for one in SystemUser.objects.of(portfolio.organization_id).filter(id__in=subject_ids, portfolio=portfolio):
        found[one.id] = _Named(kind="system_user", name=one.name)
    return found


def _holder(grant: TaskGrant, who: _Named, asset_group: str) -> Holder:
    kind = types.TYPES[grant.asset_type]
    return Holder(
        subject_id=grant.subject_id,
        kind=who.kind,
        name=who.name,
        email=who.email,
        is_masked=who.is_masked,
        labels=tuple(tasks.labels(kind, grant.tasks)),
        bits=grant.tasks,
        asset_group=asset_group,
        source=grant.source,
        until=grant.until,
        is_direct=grant.source == DIRECT and ids.kind_of(grant.object_id) is ids.Kind.ASSET,
    )


def _promises(portfolio: Portfolio, asset: Asset, groups: dict[int, str]) -> list[Holder]:
    rows = PromisedGrant.objects.of(portfolio.organization_id).filter(
        invitation__portfolio=portfolio,
        invitation__state__in=WAITING,
        object_id__in=[asset.id, *groups],
        asset_type=asset.type,
    )
    kind = types.TYPES[asset.type]
    return [
        Holder(
            subject_id=row.invitation_id,
            kind="invitation",
            name=row.invitation.email,
            email=row.invitation.email,
            labels=tuple(tasks.labels(kind, row.tasks)),
            bits=row.tasks,
            asset_group=groups.get(row.object_id, ""),
            until=row.until,
            is_direct=row.object_id == asset.id,
        )
        for row in rows.select_related("invitation")
    ]
