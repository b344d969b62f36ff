"""Rules about grants: what somebody may give away, and how what is held is told."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from keyhouse.domain.assets.errors import NoSuchAsset
from keyhouse.domain.assets.models import Asset, AssetGroup
from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.assets.rules.tasks import AssetType, Text
from keyhouse.domain.grants.errors import EndInThePast, MoreThanOwnAccess, NoAssets, NoSuchTask, NoTasks
from keyhouse.foundation.permissions import Facts

DIRECT, PRESET = "direct", "preset"
Chosen = Mapping[str, Iterable[str]]


@dataclass(frozen=True, kw_only=True)
class Held:
    """Tasks that somebody holds on an asset, and from where.

    `bits` are as given, `effective` with what they imply and cut to a partner's share. `group` is the group of people
    and `asset_group` the set of assets through which she holds them; `owner` the portfolio that shares the asset.
    """

    asset: Asset
    type: AssetType
    bits: int
    effective: int
    source: str = DIRECT
    group: str = ""
    asset_group: str = ""
    owner: str = ""
    subject_id: int = 0
    starts_at: dt.datetime | None = None
    until: dt.datetime | None = None
    is_promised: bool = False

    @property
    def labels(self) -> list[Text]:
        """The tasks for people."""
        return tasks.labels(self.type, self.bits)

    @property
    def is_direct(self) -> bool:
        """Whether it was given to this very person on this very asset, and may be taken away alone."""
        return self.source == DIRECT and not self.group and not self.asset_group


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """What somebody may give of one asset: the bits at most, and until when at most; `owner` shares the asset."""

    asset: Asset
    bits: int
    until: dt.datetime | None = None
    owner: str = ""

    @property
    def type(self) -> AssetType:
        """The type of the asset."""
        return types.TYPES[self.asset.type]

    def covers(self, wanted: int, until: dt.datetime | None) -> bool:
        """Whether these tasks until then are no more than may be given."""
        in_time = self.until is None or (until is not None and until <= self.until)
        return in_time and not tasks.closure(self.type, wanted) & ~self.bits


@dataclass(frozen=True, kw_only=True)
class Giving:
    """What an actor may give away in a portfolio's name: single assets, and whole asset groups with full control."""

    facts: Facts
    assets: Mapping[int, Allowance] = field(default_factory=dict)
    groups: Mapping[int, AssetGroup] = field(default_factory=dict)


def bits_for(type: str, chosen: Chosen) -> int:
    """The bits of the tasks that were chosen for a type. Raises NoTasks, NoSuchTask."""
    kind = types.TYPES.get(type)
    names = list(chosen.get(type, ()))
    if kind is None or not names:
        raise NoTasks(type=str(kind.one) if kind else type)
    unknown = next((name for name in names if tasks.task(kind, name) is None), None)
    if unknown is not None:
        raise NoSuchTask(task=unknown, type=str(kind.one))
    return tasks.bits(kind, names)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One row that is to be given: the asset or asset group, the type of asset in it, and the bits."""

    object_id: int
    name: str
    type: str
    bits: int


def wanted(
    giving: Giving, object_ids: Collection[int], chosen: Chosen, until: dt.datetime | None, now: dt.datetime
) -> list[Wanted]:
    """The rows that give these tasks on these objects, after every check that the giver may.

    Raises NoAssets, NoSuchAsset, NoTasks, NoSuchTask, EndInThePast, MoreThanOwnAccess.
    """
    named(giving, object_ids)
    if until is not None and until <= now:
        raise EndInThePast(until=until)
    rows = []
    for one in object_ids:
        allowance = giving.assets.get(one)
        names = chosen if allowance is None else {allowance.asset.type: chosen.get(allowance.asset.type, ())}
        for type in names:
            bits = bits_for(type, names)
            if allowance is not None and not allowance.covers(bits, until):
                raise MoreThanOwnAccess(asset=allowance.asset.name)
            name = allowance.asset.name if allowance else giving.groups[one].name
            rows.append(Wanted(object_id=one, name=name, type=type, bits=bits))
    if not rows:
        raise NoTasks(type="")
    return rows


def named(giving: Giving, object_ids: Collection[int]) -> str:
    """The names of these objects, each of which the actor may give. Raises NoAssets, NoSuchAsset."""
    if not object_ids:
        raise NoAssets(assets="")
    if any(one not in giving.assets and one not in giving.groups for one in object_ids):
        raise NoSuchAsset()
    return ", ".join(
        giving.assets[one].asset.name if one in giving.assets else giving.groups[one].name for one in object_ids
    )


def tasks_told(rows: Iterable[Wanted]) -> str:
    """The tasks of these rows in words."""
    told = dict.fromkeys(words_for(types.TYPES[one.type], one.bits) for one in rows)
    return "; ".join(told)


def names_told(rows: Iterable[Wanted]) -> str:
    """The names of the objects of these rows."""
    return ", ".join(dict.fromkeys(one.name for one in rows))


def words_for(type: AssetType, bits: int) -> str:
    """Tasks in words."""
    return ", ".join(str(label) for label in tasks.labels(type, bits))


def reached(giving: Giving, rows: Iterable[Wanted]) -> list[Wanted]:
    """Those of these rows whose asset or asset group can be reached now, with the tasks that may be given of it."""
    found = []
    for row in rows:
        allowance, group = giving.assets.get(row.object_id), giving.groups.get(row.object_id)
        bits = row.bits & allowance.bits if allowance and allowance.asset.type == row.type else row.bits
        if bits and (allowance or group):
            name = allowance.asset.name if allowance else group.name if group else row.name
            found.append(Wanted(object_id=row.object_id, name=name, type=row.type, bits=bits))
    return found
