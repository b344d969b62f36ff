"""What can be done about portfolios and the people in them."""

from keyhouse.domain.portfolios.actions.confirm_full_control import confirm_full_control
from keyhouse.domain.portfolios.actions.deactivate_memberships import deactivate_memberships
from keyhouse.domain.portfolios.actions.restore_memberships import restore_memberships

__all__ = ["confirm_full_control", "deactivate_memberships", "restore_memberships"]
