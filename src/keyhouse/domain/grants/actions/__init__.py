"""What can be done about grants."""

from keyhouse.domain.grants.actions.erase_grants import erase_grants

__all__ = ["erase_grants"]
