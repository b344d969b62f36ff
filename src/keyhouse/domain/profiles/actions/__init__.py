"""What can be done about the profiles of people."""

from keyhouse.domain.profiles.actions.choose_sign_in_method import choose_sign_in_method
from keyhouse.domain.profiles.actions.edit_details import edit_details

__all__ = ["choose_sign_in_method", "edit_details"]
