"""Which organization is open: the one that every page shows, and whether there are others to switch to."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """The organization in which somebody acts, the one that owns her account, and whether she may switch.

    The door names it on each request as `here`.
    """

    organization: str = ""
    home: str = ""
    is_guest: bool = False
    may_switch: bool = False


NOWHERE = Whereabouts()
