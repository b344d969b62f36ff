"""Running one job, whoever asks for it: the worker, or a test."""

import traceback
from collections.abc import Callable

import structlog
from django.db import DatabaseError
from django.utils.module_loading import import_string

from keyhouse.foundation.jobs import queue
from keyhouse.foundation.jobs.models import Job
from keyhouse.foundation.jobs.types import JobType
from keyhouse.foundation.logs import without_secrets

Reader = Callable[[], int]
log = structlog.get_logger(__name__)


class UnknownJob(LookupError):
    """A job names work that this version of Keyhouse does not have."""


def work_of(name: str) -> JobType:
    """The declared job of this name."""
    try:
        found = import_string(name)
    except ImportError as error:
        raise UnknownJob(name) from error
    if not isinstance(found, JobType):
        raise UnknownJob(name)
    return found


def run(job: Job) -> bool:
    """Run a job that was claimed and write down how it ended; True when it is done."""
    try:
        work_of(job.name)(organization_id=job.organization_id, **job.arguments)
    except Exception as error:  # noqa: BLE001 -- whatever a job raises, the queue must remember it and go on
        log.warning(
            "job failed",
            job=job.name,
            job_id=job.pk,
            attempt=job.attempts,
            error=type(error).__name__,
            trace=traceback.format_tb(error.__traceback__)[-3:],
        )
        queue.fail(job, without_secrets(f"{type(error).__name__}: {error}"))
        return False
    return queue.finish(job)


def step_of_worker(step: Callable[[], bool]) -> bool | None:
    """Take one step; None when it failed, which is logged whole and must not end the worker."""
    try:
        return step()
    except DatabaseError as error:
        log.warning("the database does not answer", error=str(error).strip().splitlines()[:1])
    except Exception:
        log.exception("a step of the worker failed", step=step.__name__)
    return None


def run_pending(*readers: Reader, limit: int = 1000) -> int:
    """Run all jobs that are due, here and now, and raise what they raise; readers turn events into jobs first."""
    done = 0
    while done < limit:
        found = sum(reader() for reader in readers)
        job = queue.claim("here")
        if job is None:
            if not found:
                return done
            continue
        work_of(job.name)(organization_id=job.organization_id, **job.arguments)
        queue.finish(job)
        done += 1
    raise RuntimeError(f"more than {limit} jobs: they ask for one another")
