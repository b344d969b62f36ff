"""What can be done to portfolios and the places of people in them."""

from keyhouse.domain.portfolios.actions.add_membership import add_membership
from keyhouse.domain.portfolios.actions.change_access import change_access
from keyhouse.domain.portfolios.actions.confirm_full_control import confirm_full_control
from keyhouse.domain.portfolios.actions.create_portfolio import create_portfolio
from keyhouse.domain.portfolios.actions.deactivate_memberships import deactivate_memberships
from keyhouse.domain.portfolios.actions.edit_portfolio import edit_portfolio
from keyhouse.domain.portfolios.actions.end_guest_membership import end_guest_membership
from keyhouse.domain.portfolios.actions.erase_memberships import erase_memberships
from keyhouse.domain.portfolios.actions.follow_presets import follow_presets
from keyhouse.domain.portfolios.actions.remove_membership import remove_membership
from keyhouse.domain.portfolios.actions.restore_memberships import restore_memberships
from keyhouse.domain.portfolios.actions.reveal_person import reveal_person
from keyhouse.domain.portfolios.actions.take_full_control import take_full_control

__all__ = [
    "add_membership",
    "change_access",
    "confirm_full_control",
    "create_portfolio",
    "deactivate_memberships",
    "edit_portfolio",
    "end_guest_membership",
    "erase_memberships",
    "follow_presets",
    "remove_membership",
    "restore_memberships",
    "reveal_person",
    "take_full_control",
]
