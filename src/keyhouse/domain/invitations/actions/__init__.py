"""What can be done about invitations."""

from keyhouse.domain.invitations.actions.end_invitations import end_invitations

__all__ = ["end_invitations"]
