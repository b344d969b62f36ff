"""What gets somebody back in."""

from keyhouse.domain.recovery.actions.reset_password import reset_password
from keyhouse.domain.recovery.actions.send_password_reset import send_password_reset
from keyhouse.domain.recovery.actions.sign_in_by_link import sign_in_by_link

__all__ = ["reset_password", "send_password_reset", "sign_in_by_link"]
