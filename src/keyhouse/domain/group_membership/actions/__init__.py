"""What can be done about groups and the people in them."""

from keyhouse.domain.group_membership.actions.add_members import add_members
from keyhouse.domain.group_membership.actions.create_group import create_group
from keyhouse.domain.group_membership.actions.delete_group import delete_group
from keyhouse.domain.group_membership.actions.edit_group import edit_group
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.group_membership.actions.remove_members import remove_members

__all__ = [
    "add_members",
    "create_group",
    "delete_group",
    "edit_group",
    "refresh_person",
    "remove_members",
]
