"""How long a request lasts, and how the log tells what it changes."""

import datetime as dt
from collections.abc import Sequence

LASTS = dt.timedelta(days=7)
WAITS_ALONE = dt.timedelta(hours=24)
LONGEST = 400
STOP_PURPOSE = "stop link of an approval"


def words_of(changes: Sequence[Sequence[str]]) -> str:
    """What changes, in one line: the thing, how it is, and how it will be."""
    told = "; ".join(f"{what}: {before} → {after}" for what, before, after in changes)
    return told if len(told) <= LONGEST else f"{told[:LONGEST]}…"
