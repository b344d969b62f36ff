"""Rules about setting an organization up."""

import datetime as dt

SET_UP_LINK_LIFE = dt.timedelta(hours=24)


def tidy(name: str) -> str:
    """A name without spaces around it or several in a row."""
    return " ".join(name.split())


def last_moment_of_set_up(now: dt.datetime) -> dt.datetime:
    """Until when a set-up link that is made now can be used."""
    return now + SET_UP_LINK_LIFE
