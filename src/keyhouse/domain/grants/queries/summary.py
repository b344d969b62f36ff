"""What people hold in a portfolio: each grant with the asset, the tasks and from where."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from keyhouse.domain.assets.models import Asset, AssetGroup, AssetGroupMember
from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.grants.models import PromisedGrant, TaskGrant
from keyhouse.domain.grants.rules import Held
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.partners import queries as partners
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock

Members = dict[int, list[int]]


@dataclass(frozen=True, kw_only=True)
class _Reachable:
    """The assets that objects of grants stand for in a portfolio: its own, and those that partners share with it."""

    assets: dict[int, Asset]
    shared: dict[int, tuple[int, str]]
    of_group: Members
    group_names: dict[int, str]

    def behind(self, object_id: int, type: str) -> list[Asset]:
        """The assets of this type behind an asset's or an asset group's id."""
        identifiers = self.of_group.get(object_id, [object_id])
        found = [self.assets[one] for one in identifiers if one in self.assets]
        return [one for one in found if one.type == type]


def summary(person: Person, portfolio: Portfolio) -> list[Held]:
    """What a person holds in a portfolio, by type and name; full control of the portfolio needs no rows."""
    return held_by(portfolio, [person.id])[person.id]


def asset_counts(portfolio: Portfolio, person_ids: Collection[int]) -> dict[int, int]:
    """On how many assets each of these people holds tasks."""
    found = held_by(portfolio, person_ids)
    return {one: len({held.asset.id for held in rows}) for one, rows in found.items()}


def people_counts(portfolio: Portfolio, asset_ids: Collection[int]) -> dict[int, int]:
    """How many people, groups and system users were given tasks directly on each of these assets."""
    rows = TaskGrant.objects.of(portfolio.organization_id).filter(
        Q(until=None) | Q(until__gt=clock.now()), portfolio=portfolio, object_id__in=asset_ids
    )
    return dict(rows.values_list("object_id").annotate(Count("subject_id", distinct=True)))


def held_by(portfolio: Portfolio, subject_ids: Collection[int]) -> dict[int, list[Held]]:
    """What each of these people or system users holds in a portfolio, in a fixed number of statements."""
    groups, names = _groups_of(portfolio, subject_ids)
    subjects = {*subject_ids, *names}
    now = clock.now()
    grants = list(
        TaskGrant.objects.of(portfolio.organization_id)
        .filter(Q(until=None) | Q(until__gt=now), portfolio=portfolio, subject_id__in=subjects)
        .order_by("id")
    )
    reach = reachable(portfolio, {grant.object_id for grant in grants})
    by_subject: dict[int, list[Held]] = defaultdict(list)
    for grant in grants:
        by_subject[grant.subject_id] += _held(grant, reach, names.get(grant.subject_id, ""))
    return {one: _sorted(one, by_subject, groups.get(one, [])) for one in subject_ids}


def promised_counts(portfolio: Portfolio, invitation_ids: Collection[int]) -> dict[int, int]:
    """How many assets and asset groups each of these invitations promises."""
    rows = PromisedGrant.objects.of(portfolio.organization_id).filter(invitation_id__in=invitation_ids)
    counted = rows.values_list("invitation_id").annotate(Count("object_id", distinct=True))
    return dict(counted)


def promised(invitation: Invitation, portfolio: Portfolio) -> list[Held]:
    """What an invitation will give at acceptance; no decision sees it before."""
    rows = list(PromisedGrant.objects.of(portfolio.organization_id).filter(invitation=invitation).order_by("id"))
    reach = reachable(portfolio, {row.object_id for row in rows})
    found = [held for row in rows for held in _held(row, reach, "")]
    return sorted(found, key=_order)


def reachable(portfolio: Portfolio, object_ids: Iterable[int]) -> _Reachable:
    """What these objects of grants stand for in a portfolio."""
    wanted = set(object_ids)
    places = list(
        AssetGroupMember.objects.of(portfolio.organization_id)
        .filter(group_id__in=wanted, group__portfolio=portfolio)
        .values_list("group_id", "asset_id")
    )
    groups = AssetGroup.objects.of(portfolio.organization_id).filter(id__in=wanted, portfolio=portfolio)
    of_group: Members = {one.id: [] for one in groups}
    for group_id, asset_id in places:
        of_group[group_id].append(asset_id)
    identifiers = wanted | {asset_id for _, asset_id in places}
    own = Asset.objects.of(portfolio.organization_id).filter(
        id__in=identifiers, portfolio=portfolio, released_at=None, type__in=types.TYPES
    )
    assets = {one.id: one for one in own}
    shares = list(partners.shared_with(portfolio).filter(asset_id__in=identifiers))
    shared = {one.asset_id: (one.tasks, one.asset.portfolio.name) for one in shares}
    assets |= {one.asset_id: one.asset for one in shares}
    return _Reachable(assets=assets, shared=shared, of_group=of_group, group_names={one.id: one.name for one in groups})


def _groups_of(portfolio: Portfolio, person_ids: Collection[int]) -> tuple[Members, dict[int, str]]:
    rows = GroupMember.objects.of(portfolio.organization_id).filter(
        Q(until=None) | Q(until__gt=clock.now()), person_id__in=person_ids, paused=False
    )
    groups: Members = defaultdict(list)
    names = {}
    for row in rows.select_related("group"):
        groups[row.person_id].append(row.group_id)
        names[row.group_id] = row.group.name
    return groups, names


def _held(grant: TaskGrant | PromisedGrant, reach: _Reachable, group: str) -> list[Held]:
    found = []
    for asset in reach.behind(grant.object_id, grant.asset_type):
        kind = types.TYPES[asset.type]
        most, owner = reach.shared.get(asset.id, (tasks.FULL, ""))
        effective = tasks.closure(kind, grant.tasks) & tasks.closure(kind, most)
        found.append(
            Held(
                asset=asset,
                type=kind,
                bits=grant.tasks,
                effective=effective,
                source=getattr(grant, "source", "direct"),
                group=group,
                asset_group=reach.group_names.get(grant.object_id, ""),
                owner=owner,
                subject_id=getattr(grant, "subject_id", 0),
                starts_at=getattr(grant, "starts_at", None),
                until=grant.until,
                is_promised=isinstance(grant, PromisedGrant),
            )
        )
    return found


def _sorted(subject: int, by_subject: dict[int, list[Held]], groups: list[int]) -> list[Held]:
    found = [held for one in (subject, *groups) for held in by_subject.get(one, [])]
    return sorted(found, key=_order)


def _order(held: Held) -> tuple[int, str, int]:
    return list(types.TYPES).index(held.type.code), held.asset.name.casefold(), held.asset.id
