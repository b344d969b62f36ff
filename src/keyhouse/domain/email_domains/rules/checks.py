"""When a domain is looked at again, and what becomes of it: waiting for a record, failing, warning, lapsing."""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from keyhouse.domain.email_domains.models import DomainState, EmailDomain

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)

RECORD_WAITS = 72 * HOUR
FIRST_LOOKS = dt.timedelta(minutes=5)

EVERY = {"dns": DAY, "file": DAY, "email": 180 * DAY}
REPEATS = (HOUR, 6 * HOUR, 24 * HOUR)  # after the first failure; the failure after them is a warning
TOLD_ON = (0, 7, 13)
LAPSES_AFTER = 14 * DAY
WHILE_WARNING = {"dns": HOUR, "file": HOUR, "email": DAY}


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a check makes of a domain, by the names of its columns."""

    state: str
    checked_at: dt.datetime
    proved_at: dt.datetime | None
    next_check_at: dt.datetime | None
    failing_since: dt.datetime | None = None
    failures: int = 0
    warned_at: dt.datetime | None = None
    told_day: int | None = None


def awaits_record(domain: EmailDomain, now: dt.datetime) -> bool:
    """Whether the TXT record of a domain is looked for by itself: for 72 hours."""
    return domain.awaited_since is not None and now - domain.awaited_since < RECORD_WAITS


def next_look(domain: EmailDomain, now: dt.datetime) -> dt.datetime | None:
    """When to look for an awaited record again: every 5 minutes for an hour, then hourly, and after 72 hours never."""
    if domain.awaited_since is None or not awaits_record(domain, now):
        return None
    return now + (FIRST_LOOKS if now - domain.awaited_since < HOUR else HOUR)


def answered(method: str, now: dt.datetime) -> Outcome:
    """What the right proof makes of a domain; what the operator's word proved is never asked again."""
    every = EVERY.get(method)
    return Outcome(
        state=DomainState.VERIFIED, checked_at=now, proved_at=now, next_check_at=now + every if every else None
    )


def verified(method: str, now: dt.datetime) -> dict[str, Any]:
    """The columns of a domain that was proved just now; whatever else was under way is over."""
    over = {"awaited_since": None, "contested_at": None, "trust_asked_at": None, "code_until": None}
    return {**asdict(answered(method, now)), **over, "method": method, "code_hash": "", "code_encrypted": ""}


def lost() -> dict[str, Any]:
    """The columns of a lapsed domain that another organization proved: it is claimed as on the first day."""
    gone = ("proved_at", "verified_at", "next_check_at", "failing_since", "warned_at", "told_day", "awaited_since")
    return {"state": DomainState.CLAIMED, "failures": 0, **dict.fromkeys(gone)}


def outcome(domain: EmailDomain, *, holds: bool, now: dt.datetime) -> Outcome:
    """What a check makes of a proved domain: failures are repeated three times, then it warns, and later it lapses."""
    if holds:
        return answered(domain.method, now)
    failures, since = domain.failures + 1, domain.failing_since or now
    state, warned_at, told_day = domain.state, domain.warned_at, domain.told_day
    if state == DomainState.VERIFIED and failures > len(REPEATS):
        state, warned_at, told_day = DomainState.WARNING, now, None
    if state == DomainState.WARNING and warned_at is not None and now - warned_at >= LAPSES_AFTER:
        state = DomainState.LAPSED
    if state == DomainState.WARNING and warned_at is not None:
        told_day = max((day for day in TOLD_ON if now - warned_at >= day * DAY), default=0)
    return Outcome(
        state=state,
        checked_at=now,
        proved_at=domain.proved_at,
        next_check_at=_after_failure(domain.method, state, failures, since, now),
        failing_since=since,
        failures=failures,
        warned_at=warned_at,
        told_day=told_day,
    )


def _after_failure(method: str, state: str, failures: int, since: dt.datetime, now: dt.datetime) -> dt.datetime | None:
    if state == DomainState.VERIFIED:
        return max(since + REPEATS[failures - 1], now + FIRST_LOOKS)
    if state == DomainState.WARNING:
        return now + WHILE_WARNING.get(method, DAY)
    return now + DAY if method in ("dns", "file") else None


def days_left(domain: EmailDomain, now: dt.datetime) -> int:
    """How many days are left until a failing domain lapses, begun ones counted."""
    if domain.warned_at is None:
        return LAPSES_AFTER.days
    return max(-((now - domain.warned_at - LAPSES_AFTER) // DAY), 0)
