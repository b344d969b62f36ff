"""What can have happened to assets."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class AssetAdded(Event):
    """A portfolio has a new asset."""

    tag = "asset.added"
    title = _("Asset added")
    sentence = _("{actor} added the {type} {asset} to {portfolio}.")
    asset: str
    type: str
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class AssetEdited(Event):
    """The name or the outside id of an asset was changed."""

    tag = "asset.edited"
    title = _("Asset edited")
    sentence = _("{actor} changed {before} to {after}.")
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class AssetReleased(Event):
    """A portfolio gave up an asset."""

    tag = "asset.released"
    title = _("Asset removed")
    sentence = _("{actor} removed the {type} {asset} from {portfolio}.")
    asset: str
    type: str
    portfolio: str
