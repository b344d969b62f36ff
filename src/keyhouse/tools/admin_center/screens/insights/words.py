"""What each line of the posture says when it is well and when it isn't, and the button that mends it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse import ui


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of one line: title, what is well, what isn't and why it matters, button and where it leads."""

    title: ui.Text
    well: ui.Text
    bad: ui.Text
    button: ui.Text
    address: str


PEOPLE, SECURITY = "/admin-center/insights/people/?figure=", "/admin-center/"

POSTURE: dict[str, Words] = {
    "system_admins": Words(
        title=_("System admins"),
        well=_("Several people can administer everything, so nobody locks the organization out alone."),
        bad=_("Only one person can administer everything. If she is away, nobody can help."),
        button=_("Assign"),
        address=SECURITY + "admin-roles/",
    ),
    "break_glass": Words(
        title=_("Break-glass"),
        well=_("A System admin gets in with password and second factor when single sign-on fails."),
        bad=_("When single sign-on fails, no System admin gets in with password and second factor."),
        button=_("Set up second factor"),
        address="/account/sign-in/",
    ),
    "admins_second_factor": Words(
        title=_("Administrators with a second factor"),
        well=_("Every administrator with a password has a second factor."),
        bad=_("Administrators who sign in with a password alone. Whoever learns it administers your organization."),
        button=_("See who"),
        address=PEOPLE + "no-second-factor",
    ),
    "stale_admins": Words(
        title=_("Administrators who are there"),
        well=_("Everybody with an admin role has used the account within 90 days."),
        bad=_("Administrators who have not been here for 90 days. Take roles away that nobody uses."),
        button=_("See who"),
        address=PEOPLE + "stale-admins",
    ),
    "two_factor_requirement": Words(
        title=_("Two-factor requirement"),
        well=_("A second factor is required of people with a password."),
        bad=_("A second factor isn't required: only administrators must have one."),
        button=_("Require it"),
        address=SECURITY + "two-factor-authentication/",
    ),
    "second_factor": Words(
        title=_("People with a second factor"),
        well=_("Everybody who signs in with a password has a second factor."),
        bad=_("People who sign in with a password alone."),
        button=_("Send reminder"),
        address=PEOPLE + "no-second-factor",
    ),
    "approvals": Words(
        title=_("Approvals"),
        well=_("Sensitive changes need a second administrator."),
        bad=_("One administrator alone can make sensitive changes."),
        button=_("Open settings"),
        address=SECURITY + "security-settings/",
    ),
    "not_activated": Words(
        title=_("Activation"),
        well=_("Everybody has activated the account."),
        bad=_("People who have not activated their account."),
        button=_("Send reminder"),
        address=PEOPLE + "not-activated",
    ),
    "never_signed_in": Words(
        title=_("First sign-in"),
        well=_("Everybody whom an identity provider sent has signed in."),
        bad=_("People whom an identity provider sent and who have never signed in. Unused accounts are a risk."),
        button=_("See who"),
        address=PEOPLE + "never-signed-in",
    ),
    "locked": Words(
        title=_("Locked accounts"),
        well=_("No account is locked."),
        bad=_("Accounts that the system stopped. Look at why before you unlock them."),
        button=_("See who"),
        address=PEOPLE + "locked",
    ),
    "domains": Words(
        title=_("Domains"),
        well=_("The proof of every domain is in place."),
        bad=_("Domains whose proof is missing, or that lapsed: nobody new joins by a lapsed domain."),
        button=_("Open domains"),
        address=SECURITY + "domain-verification/",
    ),
    "certificates": Words(
        title=_("Certificates"),
        well=_("No certificate of an identity provider ends within 30 days."),
        bad=_("Certificates of identity providers that have ended or end within 30 days."),
        button=_("Open connections"),
        address=SECURITY + "single-sign-on/",
    ),
    "tokens_unused": Words(
        title=_("Tokens in use"),
        well=_("Every token was used within 90 days."),
        bad=_("Tokens that nobody uses. Revoke them before somebody finds them."),
        button=_("Open tokens"),
        address=SECURITY + "identity-providers/",
    ),
    "tokens_old": Words(
        title=_("Age of tokens"),
        well=_("No token is older than 180 days."),
        bad=_("Tokens older than 180 days. Rotate them; the old one goes on for a day."),
        button=_("Open tokens"),
        address=SECURITY + "identity-providers/",
    ),
    "integrations": Words(
        title=_("Integrations and networks"),
        well=_("Every integration is limited to networks that you named."),
        bad=_("Integrations whose tokens open from everywhere. Name the networks that they call from."),
        button=_("Open integrations"),
        address=SECURITY + "security-integrations/",
    ),
    "log_chain": Words(
        title=_("Security log"),
        well=_("The log was verified within two days and is whole."),
        bad=_("The log is broken, or was not verified lately."),
        button=_("Verify log"),
        address=SECURITY + "security-logs/verification/",
    ),
    "streams": Words(
        title=_("Log streams"),
        well=_("No stream of the log is failing."),
        bad=_("Streams of the log that don't arrive."),
        button=_("Open streams"),
        address=SECURITY + "security-logs/streams/",
    ),
}
