"""What can have happened to the shares with partners."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class SharesEnded(Event):
    """The shares of an asset ended because its owner gave it up."""

    tag = "partner.shares.ended"
    title = _("Partner shares ended")
    sentence = _("Partners who can't use {asset} any more, because {portfolio} removed it: {count}.")
    asset: str
    portfolio: str
    count: int


@dataclass(frozen=True, kw_only=True)
class AssetShared(Event):
    """An asset was shared with a partner."""

    tag = "partner.asset.shared"
    title = _("Asset shared")
    sentence = _("{actor} shared {asset} with {partner}: {tasks}.")
    asset: str
    partner: str
    tasks: str
