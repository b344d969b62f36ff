"""What can be done about groups and the people in them."""

from keyhouse.domain.group_membership.actions.add_members import add_members
from keyhouse.domain.group_membership.actions.apply_rule import apply_rule
from keyhouse.domain.group_membership.actions.change_rule import change_rule
from keyhouse.domain.group_membership.actions.choose_owners import choose_owners
from keyhouse.domain.group_membership.actions.create_group import create_group
from keyhouse.domain.group_membership.actions.delete_group import delete_group
from keyhouse.domain.group_membership.actions.edit_group import edit_group
from keyhouse.domain.group_membership.actions.expire_members import expire_members
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.group_membership.actions.remove_members import remove_members
from keyhouse.domain.group_membership.actions.replace_groups import replace_groups

__all__ = [
    "add_members",
    "apply_rule",
    "change_rule",
    "choose_owners",
    "create_group",
    "delete_group",
    "edit_group",
    "expire_members",
    "refresh_person",
    "remove_members",
    "replace_groups",
]
