"""The words of long work: where it stands, how a row ended, and a row that is still to be made."""

import enum
from dataclasses import dataclass, field
from typing import Any


class WorkState(enum.StrEnum):
    """Where a piece of long work stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class Outcome(enum.StrEnum):
    """How a row ended, or that it waits."""

    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
    SKIPPED = "skipped"


ENDED = (WorkState.DONE, WorkState.STOPPED)


@dataclass(frozen=True, kw_only=True)
class NewRow:
    """A row to be done: the id of what it is about, its name for people, and what the handler needs besides."""

    subject_id: int | None = None
    label: str = ""
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Skipped:
    """What a handler returns when there was nothing to do for a row, and why."""

    reason: str
