"""What counts in a portfolio when a person has a place by herself and people presets give her one too."""

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any

from keyhouse.domain.portfolios.models import Access, Membership, MembershipState

PRESET = "preset"
WITHOUT_PRESETS: dict[str, Any] = {"given_level": "", "given_until": None, "preset_id": None, "own": None}
RANK = {"": 0, Access.BASIC: 1, Access.APPS: 2, Access.FULL: 3}


@dataclass(frozen=True, kw_only=True)
class Given:
    """The most that people presets give somebody in a portfolio: the level, until when, and by which preset."""

    level: Access
    preset_id: int
    until: dt.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Own:
    """What somebody has in a portfolio without any preset; `until` as text, since it is kept beside the place."""

    level: str
    options: list[str]
    until: str
    source: str

    @property
    def ends(self) -> dt.datetime | None:
        """When it ends."""
        return dt.datetime.fromisoformat(self.until) if self.until else None


def lasts_less(until: dt.datetime | None, other: dt.datetime | None) -> bool:
    """Whether something ends before something else; None is never."""
    return until is not None and (other is None or until < other)


def more(one: Given, other: Given) -> Given:
    """The better of two that presets give: the higher level, then the longer time."""
    first, second = RANK[one.level], RANK[other.level]
    if first != second:
        return one if first > second else other
    return other if lasts_less(one.until, other.until) else one


def given_of(place: Membership) -> Given | None:
    """What presets give at this place as it stands."""
    if not place.given_level or place.preset_id is None:
        return None
    return Given(level=Access(place.given_level), preset_id=place.preset_id, until=place.given_until)


def own_of(place: Membership, now: dt.datetime) -> Own | None:
    """What a person has at this place without any preset, unless it has ended."""
    if place.state == MembershipState.REMOVED:
        return None
    if place.source != PRESET:
        own = Own(level=place.returns_to or place.level, options=list(place.options), source=place.source,
                  until=_text(place.until))  # fmt: skip
    elif place.own:
        own = Own(**place.own)
    else:
        return None
    return None if own.ends is not None and own.ends <= now else own


def settled(own: Own | None, given: Given | None) -> dict[str, Any] | None:
    """The columns of a place that hold both what is her own and what presets give; None where nothing is left.

    What is her own counts unless presets give more: a higher level, or the same one for longer.
    """
    beside = {
        "given_level": given.level if given else "",
        "given_until": given.until if given else None,
        "preset_id": given.preset_id if given else None,
    }
    if own is not None and not (given and _is_less(own, given)):
        counts = {"level": own.level, "options": own.options, "until": own.ends, "source": own.source, "own": None}
        return counts | beside
    if given is None:
        return None
    options = own.options if own else []
    kept = dataclasses.asdict(own) if own else None
    return {"level": given.level, "options": options, "until": given.until, "source": PRESET, "own": kept} | beside


def columns_after(place: Membership | None, given: Given | None, now: dt.datetime) -> dict[str, Any] | None:
    """The columns of a place, or of one that begins, once presets give this; None where nothing is left of it.

    Full control that waits to be confirmed after a return goes on waiting.
    """
    own = own_of(place, now) if place is not None else None
    columns = settled(own, given)
    if columns is None:
        return None
    waits = place is not None and place.returns_to == Access.FULL and columns["level"] == Access.FULL
    begins = place is None or place.state == MembershipState.REMOVED
    pending = {"level": Access.BASIC, "returns_to": Access.FULL} if waits and not begins else {"returns_to": ""}
    return columns | pending | ({"state": MembershipState.ACTIVE, "ended_at": None} if begins else {})


def _is_less(own: Own, given: Given) -> bool:
    mine, theirs = RANK[own.level], RANK[given.level]
    return mine < theirs or (mine == theirs and lasts_less(own.ends, given.until))


def _is_more(own: Own, given: Given) -> bool:
    mine, theirs = RANK[own.level], RANK[given.level]
    return mine > theirs or (mine == theirs and lasts_less(given.until, own.ends))


def is_given(place: Membership, now: dt.datetime) -> bool:
    """Whether a preset gives this place now, so that it can't be taken away here."""
    given = given_of(place)
    return given is not None and (given.until is None or given.until > now)


def is_less_than_given(place: Membership, level: str, until: dt.datetime | None) -> bool:
    """Whether a level until a moment is less than what a preset gives, or no more where it alone gives the place."""
    given = given_of(place)
    if given is None:
        return False
    wanted = Own(level=level, options=[], until=_text(until), source="")
    return _is_less(wanted, given) or (place.source == PRESET and not _is_more(wanted, given))


def source_after_change(place: Membership) -> str:
    """Where a place comes from once an administrator of the portfolio has changed it."""
    return "direct" if place.source == PRESET else place.source


def _text(moment: dt.datetime | None) -> str:
    return moment.isoformat() if moment else ""
