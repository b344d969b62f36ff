"""What can be done to the shares with partners."""

from keyhouse.domain.partners.actions.end_shares import end_shares

__all__ = ["end_shares"]
