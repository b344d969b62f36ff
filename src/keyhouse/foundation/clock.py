"""The one place that knows what time it is."""

import datetime as dt


def now() -> dt.datetime:
    """The present moment in UTC."""
    return dt.datetime.now(dt.UTC)  # noqa: TID251 -- the one clock
