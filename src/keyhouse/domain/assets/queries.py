"""Questions about assets, their types and their groups."""

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from keyhouse.domain.assets.errors import NoSuchAsset, NoSuchAssetType
from keyhouse.domain.assets.models import Asset as Asset
from keyhouse.domain.assets.models import AssetGroup
from keyhouse.domain.assets.rules import types
from keyhouse.domain.assets.rules.tasks import AssetType
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import ids


def type_named(code: str) -> AssetType:
    """The type of this wire name. Raises NoSuchAssetType."""
    found = types.TYPES.get(code)
    if found is None:
        raise NoSuchAssetType(type=code)
    return found


def owned(by: Portfolio, *, type: str = "", search: str = "") -> "QuerySet[Asset]":
    """The assets that a portfolio owns, by name: all of them, those of a type, or those whose name or id fits."""
    found: QuerySet[Asset] = Asset.objects.of(by.organization_id).filter(portfolio=by, released_at=None)
    if type:
        found = found.filter(type=type)
    if search:
        found = found.filter(matching(search))
    return found.order_by("name", "id")


def matching(search: str, prefix: str = "") -> Q:
    """The condition that an asset's name or one of its ids fits what was typed; `act_` may stand before an id."""
    text = search.strip().removeprefix("act_")
    fits = Q(**{f"{prefix}name__icontains": search.strip()}) | Q(**{f"{prefix}external_id": text})
    identifier = ids.parse(text)
    return fits | Q(**{f"{prefix}id": identifier}) if identifier else fits


def owned_asset(by: Portfolio, identifier: int) -> Asset:
    """The asset with this id that a portfolio owns. Raises NoSuchAsset."""
    found = owned(by).filter(id=identifier).first()
    if found is None:
        raise NoSuchAsset()
    return found


def called(organization_id: int, type: str, external_id: str) -> Asset | None:
    """The asset of an organization that the outside system calls so, released ones included."""
    rows = Asset.objects.of(organization_id).select_related("portfolio")
    found: Asset | None = rows.filter(type=type, external_id=external_id).first() if external_id else None
    return found


def counted(by: Portfolio) -> dict[str, int]:
    """How many assets of each type a portfolio owns."""
    rows = owned(by).order_by().values_list("type").annotate(Count("id"))
    return dict(rows)


def groups(of: Portfolio, identifiers: Iterable[int]) -> dict[int, AssetGroup]:
    """The asset groups of a portfolio with these ids."""
    return {one.id: one for one in AssetGroup.objects.of(of.organization_id).filter(portfolio=of, id__in=identifiers)}
