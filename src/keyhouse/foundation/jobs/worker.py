"""The worker: threads that run jobs, and a keeper that reads the outbox, asks for schedules and frees lost jobs."""

import os
import secrets
import socket
import threading
import time
from collections.abc import Callable, Sequence

import structlog
from django.db import close_old_connections, connection

from keyhouse.foundation.jobs import queue, running, schedules
from keyhouse.foundation.jobs.models import JobState

LEASE = 30.0
IDLE = 0.2
PAUSE_AFTER_FAILURE = 1.0
log = structlog.get_logger(__name__)


class Worker:
    """A worker of this process; a lease is measured in its own elapsed seconds, so the clock may jump."""

    def __init__(
        self, *readers: running.Reader, queues: Sequence[str] = (), threads: int = 2, lease: float = LEASE
    ) -> None:
        self.name = f"{socket.gethostname()[:30]}:{os.getpid()}:{secrets.token_hex(4)}"
        self.lease = lease
        self._readers, self._queues, self._threads = readers, queues, threads
        self._stopping = threading.Event()
        self._seen: dict[int, tuple[int, float]] = {}
        self._schedules = schedules.declared()
        self._asked: dict[str, int] = {}

    def run(self) -> None:
        """Work until `stop` is called; the jobs in hand are finished first."""
        log.info("worker started", worker=self.name)
        names = [*(["job"] * self._threads), "lease"]
        steps: list[tuple[Callable[[], bool], float]] = [(self.step, IDLE)] * self._threads + [
            (self.keep, self.lease / 4)
        ]
        others = [
            threading.Thread(target=self._loop, args=step, name=name) for name, step in zip(names, steps, strict=True)
        ]
        for thread in others:
            thread.start()
        self._loop(self.read, IDLE)
        for thread in others:
            thread.join()
        log.info("worker stopped", worker=self.name)

    def stop(self) -> None:
        """Take no more jobs."""
        self._stopping.set()

    def step(self) -> bool:
        """Run one job; False when none is due."""
        job = queue.claim(self.name, self._queues)
        if job is None:
            return False
        running.run(job)
        return True

    def read(self) -> bool:
        """Turn what was committed and what time it is into jobs; True when there was anything."""
        found = sum(reader() for reader in self._readers)
        return bool(found + schedules.ask(self._schedules, self._asked))

    def keep(self) -> bool:
        """Tell the others that this worker lives, and free the jobs of workers that don't."""
        queue.beat(self.name)
        now, seen = time.monotonic(), self._seen
        held = queue.all_jobs().filter(state=JobState.RUNNING).exclude(worker=self.name)
        self._seen = {
            job.pk: seen[job.pk] if seen.get(job.pk, (-1,))[0] == job.beats else (job.beats, now) for job in held
        }
        for job in held:
            if now - self._seen[job.pk][1] > self.lease:
                log.warning("job taken over", job=job.name, job_id=job.pk, worker=job.worker)
                queue.take_over(job)
        return False

    def _loop(self, step: Callable[[], bool], idle: float) -> None:
        while not self._stopping.is_set():
            found = running.step_of_worker(step)
            close_old_connections()
            if not found:
                self._stopping.wait(idle if found is False else max(idle, PAUSE_AFTER_FAILURE))
        connection.close()
