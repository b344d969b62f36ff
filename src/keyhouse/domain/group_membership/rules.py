"""What applying a rule answers, and in which pieces it is done."""

from dataclasses import dataclass
from typing import Any

SETTLING = "group.members.settle"


@dataclass(frozen=True, kw_only=True)
class Settled:
    """The ids of the people who joined and left when a rule was applied."""

    joined: tuple[int, ...] = ()
    left: tuple[int, ...] = ()

    def told(self) -> dict[str, Any]:
        """The same as facts of an event."""
        return {
            "joining": len(self.joined),
            "leaving": len(self.left),
            "joined": [str(one) for one in self.joined],
            "left": [str(one) for one in self.left],
        }
