"""Rules about invitations: who can be invited, what is offered, and when it can be accepted."""

from keyhouse.domain.invitations.rules.candidates import Candidate, why_not, without_waiting
from keyhouse.domain.invitations.rules.offers import (
    AT_ONCE,
    DAYS,
    ENDED_LISTED_FOR,
    HELD_FOR,
    LINK_PURPOSE,
    Offer,
    columns_of,
    is_over,
    may_mail,
    new_link,
)
from keyhouse.domain.invitations.rules.reasons import Code, Reason

__all__ = [
    "AT_ONCE",
    "DAYS",
    "ENDED_LISTED_FOR",
    "HELD_FOR",
    "LINK_PURPOSE",
    "Candidate",
    "Code",
    "Offer",
    "Reason",
    "columns_of",
    "is_over",
    "may_mail",
    "new_link",
    "why_not",
    "without_waiting",
]
