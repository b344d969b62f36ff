"""The addresses of the front door; most are open, since whoever comes here is nobody yet."""

from keyhouse.tools.front_door.screens import (
    account,
    activation,
    activation_proofs,
    again,
    approvals,
    domain_renewal,
    invitations,
    methods,
    organizations,
    password_reset,
    personal_login,
    sessions,
    set_up,
    sign_in,
    sign_in_link,
    sign_out,
    start,
    tokens,
)
from keyhouse.ui import OPEN, SIGNED_IN, page

app_name = "front_door"

urlpatterns = [
    page("", start.index, needs=OPEN, name="start"),
    page("sign-in", sign_in.email, needs=OPEN, name="sign_in"),
    page("sign-in/continue", sign_in.onward, needs=OPEN, name="onward"),
    page("sign-in/password", sign_in.password, needs=OPEN, name="password"),
    page("sign-in/code", sign_in.code, needs=OPEN, name="code"),
    page("sign-in/authenticator", sign_in.authenticator, needs=OPEN, name="authenticator"),
    page("sign-in/recovery-codes", sign_in.recovery_codes, needs=OPEN, name="recovery_codes"),
    page("sign-in/reset", password_reset.ask, needs=OPEN, name="reset"),
    page("sign-in/reset/password", password_reset.choose, needs=OPEN, name="reset_password"),
    page("sign-in/reset/<str:secret>", password_reset.open_link, needs=OPEN, name="reset_link"),
    page("sign-in/link/<str:secret>", sign_in_link.index, needs=OPEN, name="sign_in_link"),
    page("sign-in/again", again.index, needs=SIGNED_IN, name="again"),
    page("sign-in/again/continue", again.go_on, needs=SIGNED_IN, name="again_continue", methods=["GET", "HEAD"]),
    page("sign-out", sign_out.index, needs=OPEN, name="sign_out"),
    page("activate/changes", activation.changes, needs=OPEN, name="activation_changes"),
    page("activate/organization", activation.organization, needs=OPEN, name="activation_organization"),
    page("activate/password", activation_proofs.password, needs=OPEN, name="activation_password"),
    page("activate/authenticator", activation_proofs.authenticator, needs=OPEN, name="activation_authenticator"),
    page(
        "activate/recovery-codes", activation_proofs.recovery_codes, needs=SIGNED_IN, name="activation_recovery_codes"
    ),
    page("activate/finished", start.welcome, needs=SIGNED_IN, name="welcome"),
    page("activate/<str:secret>", activation.open_link, needs=OPEN, name="activation"),
    page("invitations/waiting", invitations.waiting, needs=OPEN, name="invitation_waiting"),
    page("invitations/waiting/<id:invitation>", invitations.own, needs=SIGNED_IN, name="invitation"),
    page("invitations/login", personal_login.index, needs=OPEN, name="invitation_login"),
    page("invitations/<str:secret>", invitations.open_link, needs=OPEN, name="invitation_link"),
    page("approvals/<str:secret>", approvals.stop, needs=OPEN, name="approval_stop"),
    page("domain-renewal/<str:secret>", domain_renewal.index, needs=OPEN, name="domain_renewal"),
    page("set-up/<str:secret>", set_up.index, needs=OPEN, name="set_up"),
    page("account/", account.index, needs=SIGNED_IN, name="account"),
    page("account/sign-in/", methods.index, needs=SIGNED_IN, name="methods"),
    page("account/sign-in/password/", methods.password, needs=SIGNED_IN, name="method_password"),
    page("account/sign-in/authenticator/", methods.authenticator, needs=SIGNED_IN, name="method_app"),
    page("account/sign-in/recovery-codes/", methods.recovery_codes, needs=SIGNED_IN, name="method_codes"),
    page("account/tokens/", tokens.index, needs=SIGNED_IN, name="tokens"),
    page("account/tokens/creating/", tokens.create, needs=SIGNED_IN, name="token_making"),
    page("account/tokens/<id:token>/revocation/", tokens.revoke, needs=SIGNED_IN, name="token_revocation"),
    page("account/organizations/", organizations.index, needs=SIGNED_IN, name="organizations"),
    page(
        "account/organizations/switch/",
        organizations.switch,
        needs=SIGNED_IN,
        name="organization_switch",
        methods=["POST"],
    ),
    page("account/sessions/", sessions.index, needs=SIGNED_IN, name="sessions"),
    page("account/sessions/ending/", sessions.end_all, needs=SIGNED_IN, name="sessions_ending", methods=["POST"]),
    page(
        "account/sessions/<id:session>/ending/", sessions.end, needs=SIGNED_IN, name="session_ending", methods=["POST"]
    ),
]
