"""Questions about invitations, and the list of people with those who are invited."""

from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.invitations.queries.candidates import candidate, candidates
from keyhouse.domain.invitations.queries.invitations import (
    RELATED,
    by_hash,
    by_link,
    can_be_accepted,
    facts_for,
    held_for,
    invitation,
    locked,
    locked_waiting,
    path_of,
    shown_state,
    waiting_of,
    why_in_review,
)
from keyhouse.domain.invitations.queries.people import Filters, PersonRow, Tab, TwoFactor, people, row_of, tab_counts

__all__ = [
    "RELATED",
    "Filters",
    "Invitation",
    "PersonRow",
    "Tab",
    "TwoFactor",
    "by_hash",
    "by_link",
    "can_be_accepted",
    "candidate",
    "candidates",
    "facts_for",
    "held_for",
    "invitation",
    "locked",
    "locked_waiting",
    "path_of",
    "people",
    "row_of",
    "shown_state",
    "tab_counts",
    "waiting_of",
    "why_in_review",
]
