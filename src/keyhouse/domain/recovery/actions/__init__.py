"""What gets somebody back in."""

from keyhouse.domain.recovery.actions.change_password import change_password
from keyhouse.domain.recovery.actions.force_password_reset import force_password_reset
from keyhouse.domain.recovery.actions.prove_again import prove_again
from keyhouse.domain.recovery.actions.prove_again_by_sign_on import prove_again_by_sign_on
from keyhouse.domain.recovery.actions.remind_of_second_factor import remind_of_second_factor
from keyhouse.domain.recovery.actions.renew_session import renew_session
from keyhouse.domain.recovery.actions.reset_password import reset_password
from keyhouse.domain.recovery.actions.send_password_reset import send_password_reset
from keyhouse.domain.recovery.actions.sign_in_by_link import sign_in_by_link
from keyhouse.domain.recovery.actions.turn_on_second_factor import turn_on_second_factor

__all__ = [
    "change_password",
    "force_password_reset",
    "prove_again",
    "prove_again_by_sign_on",
    "remind_of_second_factor",
    "renew_session",
    "reset_password",
    "send_password_reset",
    "sign_in_by_link",
    "turn_on_second_factor",
]
