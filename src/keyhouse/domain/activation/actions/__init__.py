"""What makes somebody able to sign in."""

from keyhouse.domain.activation.actions.activate_work_account import activate_work_account
from keyhouse.domain.activation.actions.make_personal_login import make_personal_login
from keyhouse.domain.activation.actions.send_new_link import send_new_link

__all__ = ["activate_work_account", "make_personal_login", "send_new_link"]
