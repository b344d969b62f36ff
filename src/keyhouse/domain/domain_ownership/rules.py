"""For how long a proof counts when a domain is asked for, and what a domain affects."""

import datetime as dt
from dataclasses import dataclass

PROOF_COUNTS = dt.timedelta(days=7)
ASK_AGAIN_AFTER = dt.timedelta(days=30)
NEW_ADMIN = dt.timedelta(days=90)
TRUST_LINK_LASTS = dt.timedelta(hours=24)


@dataclass(frozen=True, kw_only=True)
class Effects:
    """What depends on a domain: people, not activated ones among them, and what is named."""

    people: int = 0
    waiting: int = 0
    connections: tuple[str, ...] = ()
    administrators: tuple[str, ...] = ()
    portfolios: tuple[tuple[str, int], ...] = ()
    invitations: int = 0
    held: int = 0
