"""What can be done to the shares with partners."""

from keyhouse.domain.partners.actions.end_shares import end_shares
from keyhouse.domain.partners.actions.share_asset import share_asset

__all__ = ["end_shares", "share_asset"]
