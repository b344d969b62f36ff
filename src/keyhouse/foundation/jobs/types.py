"""How a job is declared: a function with a queue, a number of attempts and, if it is scheduled, an interval."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyhouse.foundation.jobs.models import Job

ATTEMPTS = 12
Argument = int | str | bool | None
Work = Callable[..., object]


@dataclass(frozen=True, kw_only=True)
class JobType:
    """A kind of job; calling it runs the work at once, `enqueue` writes it down."""

    work: Work
    queue: str
    attempts: int

    @property
    def name(self) -> str:
        """Where the worker finds the work: its module and function."""
        return f"{self.work.__module__}.{self.work.__qualname__}"

    def __call__(self, *, organization_id: int | None, **arguments: Argument) -> object:
        return self.work(organization_id=organization_id, **arguments)

    def enqueue(self, *, organization_id: int | None, unique: str | None = None, **arguments: Argument) -> "Job | None":
        """Write the job down in the caller's transaction; None when one with this unique key is waiting already."""
        from keyhouse.foundation.jobs import queue  # late: Django loads an application before its tables

        return queue.add(self, organization_id=organization_id, unique=unique, arguments=arguments)


@dataclass(frozen=True, kw_only=True)
class Schedule(JobType):
    """A kind of job that is asked for once in each slot of time, for the installation."""

    every: dt.timedelta

    def slot(self, now: dt.datetime) -> int:
        """The number of the slot of time in which a moment lies."""
        return int(now.timestamp() // self.every.total_seconds())


def job(*, queue: str = "default", attempts: int = ATTEMPTS) -> Callable[[Work], JobType]:
    """Declare a function as a job; it takes `organization_id` and ids by keyword."""
    return lambda work: JobType(work=work, queue=queue, attempts=attempts)


def scheduled(*, every: dt.timedelta, queue: str = "default", attempts: int = 3) -> Callable[[Work], Schedule]:
    """Declare a function as a job that the worker asks for by itself, once in each interval."""
    return lambda work: Schedule(work=work, queue=queue, attempts=attempts, every=every)
