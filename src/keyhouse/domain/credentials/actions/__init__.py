"""What can be done about passwords, codes and links."""

from keyhouse.domain.credentials.actions.check_code import check_code
from keyhouse.domain.credentials.actions.check_password import check_password
from keyhouse.domain.credentials.actions.count_wrong_try import count_wrong_try
from keyhouse.domain.credentials.actions.create_activation_link import create_activation_link
from keyhouse.domain.credentials.actions.create_sign_in_link import create_sign_in_link
from keyhouse.domain.credentials.actions.issue_emergency_code import issue_emergency_code
from keyhouse.domain.credentials.actions.make_recovery_codes import make_recovery_codes
from keyhouse.domain.credentials.actions.request_password_reset import request_password_reset
from keyhouse.domain.credentials.actions.reset_second_factor import reset_second_factor
from keyhouse.domain.credentials.actions.send_email_code import send_email_code
from keyhouse.domain.credentials.actions.set_password import set_password
from keyhouse.domain.credentials.actions.set_up_authenticator import set_up_authenticator
from keyhouse.domain.credentials.actions.use_link import use_link

__all__ = [
    "check_code",
    "check_password",
    "count_wrong_try",
    "create_activation_link",
    "create_sign_in_link",
    "issue_emergency_code",
    "make_recovery_codes",
    "request_password_reset",
    "reset_second_factor",
    "send_email_code",
    "set_password",
    "set_up_authenticator",
    "use_link",
]
