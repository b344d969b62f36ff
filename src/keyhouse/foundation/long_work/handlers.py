"""What is done to each row: one function for each kind of long work, declared in the `jobs.py` of its module."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from keyhouse.foundation.long_work.outcomes import NewRow, Skipped
from keyhouse.foundation.permissions import Actor, Permission

if TYPE_CHECKING:
    from keyhouse.foundation.long_work.models import LongWork, LongWorkRow

Page = tuple[Sequence[NewRow], Any]
One = Callable[[Actor, "LongWork", "LongWorkRow"], Skipped | None]
Source = Callable[[Actor, "LongWork", Any], Page]
Ending = Callable[[Actor, "LongWork"], object]


@dataclass(frozen=True, kw_only=True)
class Handler:
    """A kind of long work.

    `one` does the deed to one row: what it raises as a broken rule is the reason why that row was refused, and what it
    writes to the row's `reason` and `data` is kept. `source`, for work whose rows are too many for one transaction,
    gives the next page of rows and where to go on, None at the end. `together` is how many rows share a transaction;
    each has a savepoint. `ending` runs once in the transaction that marks the work as done. `needs` is the permission
    with which others than the one who asked see and stop it.
    """

    kind: str
    needs: Permission
    one: One
    source: Source | None = None
    together: int = 1
    ending: Ending | None = None

    known: ClassVar[dict[str, Handler]] = {}


class UnknownWork(LookupError):
    """Long work of a kind that this version of Keyhouse does not have."""


def handler(
    kind: str,
    *,
    needs: Permission,
    source: Source | None = None,
    together: int = 1,
    ending: Ending | None = None,
) -> Callable[[One], One]:
    """Declare the function that does one row of this kind of long work."""

    def declare(one: One) -> One:
        Handler.known[kind] = Handler(kind=kind, needs=needs, one=one, source=source, together=together, ending=ending)
        return one

    return declare


def handler_of(kind: str) -> Handler:
    """The declared kind of long work. Raises UnknownWork."""
    found = Handler.known.get(kind)
    if found is None:
        raise UnknownWork(kind)
    return found
