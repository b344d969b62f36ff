"""What can be done with admin roles."""

from keyhouse.domain.administration.actions.assign_role import assign_role
from keyhouse.domain.administration.actions.assign_role_to_several import assign_role_to_several
from keyhouse.domain.administration.actions.confirm_role import confirm_role
from keyhouse.domain.administration.actions.create_role import create_role
from keyhouse.domain.administration.actions.delete_role import delete_role
from keyhouse.domain.administration.actions.edit_role import edit_role
from keyhouse.domain.administration.actions.give_role import give_role
from keyhouse.domain.administration.actions.pause_roles import pause_roles
from keyhouse.domain.administration.actions.remove_role import remove_role
from keyhouse.domain.administration.actions.resume_roles import resume_roles
from keyhouse.domain.administration.actions.set_up_roles import set_up_roles
from keyhouse.domain.administration.actions.take_role import take_role

__all__ = [
    "assign_role",
    "assign_role_to_several",
    "confirm_role",
    "create_role",
    "delete_role",
    "edit_role",
    "give_role",
    "pause_roles",
    "remove_role",
    "resume_roles",
    "set_up_roles",
    "take_role",
]
