"""Jobs: work that is written down in the caller's transaction and done after its commit, at least once."""

from keyhouse.foundation.jobs.types import JobType, Schedule, job, scheduled

__all__ = ["JobType", "Schedule", "job", "scheduled"]
