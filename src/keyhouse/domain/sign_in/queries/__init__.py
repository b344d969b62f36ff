"""All that can be asked about signing in, one file per subject."""

from keyhouse.domain.sign_in.queries.sign_on import (
    Route,
    account_at,
    attempt,
    attempts_at,
    enforced_connection,
    link_of,
    open_request,
    person_for,
    purpose_of,
    route_for,
    was_seen,
)
from keyhouse.domain.sign_in.queries.tokens import TokenHolder, access_token, token, tokens_of

__all__ = [
    "Route",
    "TokenHolder",
    "access_token",
    "account_at",
    "attempt",
    "attempts_at",
    "enforced_connection",
    "link_of",
    "open_request",
    "person_for",
    "purpose_of",
    "route_for",
    "token",
    "tokens_of",
    "was_seen",
]
