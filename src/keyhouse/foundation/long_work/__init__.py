"""Long work: something done to many, row by row after the commit, with progress and a result for each row."""

from keyhouse.foundation.long_work.handlers import Handler, handler
from keyhouse.foundation.long_work.outcomes import NewRow, Outcome, Skipped, WorkState

__all__ = ["Handler", "NewRow", "Outcome", "Skipped", "WorkState", "handler"]
