"""What can be done with people presets."""

from keyhouse.domain.presets.actions.apply_preset import apply_preset
from keyhouse.domain.presets.actions.assign_preset import assign_preset
from keyhouse.domain.presets.actions.create_preset import create_preset
from keyhouse.domain.presets.actions.define_preset import define_preset
from keyhouse.domain.presets.actions.delete_preset import delete_preset
from keyhouse.domain.presets.actions.edit_preset import edit_preset
from keyhouse.domain.presets.actions.follow_roles import follow_roles
from keyhouse.domain.presets.actions.follow_subject import follow_subject
from keyhouse.domain.presets.actions.refresh_people import refresh_people
from keyhouse.domain.presets.actions.unassign_preset import unassign_preset

__all__ = [
    "apply_preset",
    "assign_preset",
    "create_preset",
    "define_preset",
    "delete_preset",
    "edit_preset",
    "follow_roles",
    "follow_subject",
    "refresh_people",
    "unassign_preset",
]
