"""Rules about organizations, one file per subject."""

from keyhouse.domain.organizations.rules.approvals import Change, Deed, needs_second_admin
from keyhouse.domain.organizations.rules.set_up import last_moment_of_set_up, tidy

__all__ = ["Change", "Deed", "last_moment_of_set_up", "needs_second_admin", "tidy"]
