"""What each state of a domain allows: the table of the reference, which the domain's page shows and the tests try."""

import enum

from keyhouse.domain.email_domains.models import VERIFIED, DomainState, EmailDomain

EVERY_STATE = frozenset(DomainState)
PROVED = frozenset(VERIFIED)
PROVED_OR_TRUSTED = PROVED | {DomainState.TRUSTED}


class Use(enum.StrEnum):
    """What an address at a domain may be used for."""

    PEOPLE = "people"
    SIGN_IN = "sign_in"
    ACTIVATION_LINK = "activation_link"
    PORTFOLIO_INVITATION = "portfolio_invitation"
    ADMIN_ROLE = "admin_role"
    PROFILE_EDITING = "profile_editing"
    SINGLE_SIGN_ON = "single_sign_on"
    MATCHING = "matching"
    RESET_MAIL = "reset_mail"


ALLOWS: dict[Use, frozenset[DomainState]] = {
    Use.PEOPLE: EVERY_STATE,
    Use.SIGN_IN: EVERY_STATE,
    Use.ACTIVATION_LINK: PROVED,
    Use.PORTFOLIO_INVITATION: PROVED_OR_TRUSTED,
    Use.ADMIN_ROLE: PROVED_OR_TRUSTED,
    Use.PROFILE_EDITING: PROVED,
    Use.SINGLE_SIGN_ON: PROVED,
    Use.MATCHING: PROVED,
    Use.RESET_MAIL: EVERY_STATE - {DomainState.LAPSED},
}


def allows(domain: EmailDomain | None, use: Use) -> bool:
    """Whether an address at this domain may be used so; one that nobody added here allows what a claimed one does."""
    return DomainState(domain.state if domain else DomainState.CLAIMED) in ALLOWS[use]
