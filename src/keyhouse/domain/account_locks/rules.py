"""Rules about locks: how long their links live, and what a reason asks for."""

import datetime as dt

from keyhouse.domain.account_locks.models import LockReason

LOCK_PAGE_LASTS, UNLOCK_LINK_LASTS = dt.timedelta(days=30), dt.timedelta(hours=24)
LINK_AT_MOST_EVERY = dt.timedelta(minutes=2)


def knows_password(reason: str) -> bool:
    """Whether somebody else seems to know the password, which is then worth nothing any more."""
    return reason == LockReason.WRONG_CODES
