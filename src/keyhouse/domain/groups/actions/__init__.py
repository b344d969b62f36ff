"""What can be done about groups."""

from keyhouse.domain.groups.actions.pause_places import pause_places
from keyhouse.domain.groups.actions.resume_places import resume_places

__all__ = ["pause_places", "resume_places"]
