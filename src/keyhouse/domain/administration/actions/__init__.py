"""What can be done about admin roles."""

from keyhouse.domain.administration.actions.pause_roles import pause_roles
from keyhouse.domain.administration.actions.resume_roles import resume_roles

__all__ = ["pause_roles", "resume_roles"]
