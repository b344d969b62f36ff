"""The words of Domain verification: methods, states, and what a state allows."""

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.email_domains.rules import Use

LIST = "admin_center:domain_verification"
STEPS = (_("Domain"), _("Method"), _("Proof"))
METHODS = {
    "dns": _("DNS TXT record (up to 72 hours)"),
    "file": _("HTML file upload (Immediate)"),
    "email": _("Email verification (Immediate)"),
    "word": _("Operator's word"),
    "trust": _("Trust domain"),
}
STATES = (
    ("verified", _("Verified")),
    ("warning", _("Check failing")),
    ("lapsed", _("Lapsed")),
    ("trusted", _("Trusted")),
    ("trust_pending", _("Waiting for approval")),
    ("claimed", _("Not verified")),
)
USES = {
    Use.PEOPLE: _("People can be added at organization level"),
    Use.SIGN_IN: _("People who are there sign in"),
    Use.ACTIVATION_LINK: _("Activation links are sent and copied"),
    Use.PORTFOLIO_INVITATION: _("People can be invited to portfolios"),
    Use.ADMIN_ROLE: _("People can hold admin roles"),
    Use.PROFILE_EDITING: _("Administrators edit name, email and work phone"),
    Use.SINGLE_SIGN_ON: _("People can be sent to a sign-on connection"),
    Use.MATCHING: _("Connections match accounts by themselves"),
    Use.RESET_MAIL: _("Password-reset mail goes out without an administrator"),
}


def method_of(row: object) -> object:
    """How a domain was proved, or that it is trusted, in words; empty before."""
    state, method = getattr(row, "state", ""), getattr(row, "method", "")
    return METHODS["trust"] if state in ("trusted", "trust_pending") else METHODS.get(method, "")
