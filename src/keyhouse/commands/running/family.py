"""Processes that belong together: the job worker that the server starts, watches and takes along when it ends."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable

PAUSE = 2.0
PATIENCE = 25.0


def stop_with_parent(parent: int, stop: Callable[[], None]) -> None:
    """Watch the process that started this one, and stop when it is gone, even if it was killed."""

    def watch() -> None:
        while os.getppid() == parent:
            threading.Event().wait(1.0)
        stop()

    threading.Thread(target=watch, name="parent", daemon=True).start()


class WorkerProcess:
    """The job worker of a server: started again when it dies, ended with the server."""

    def __init__(self) -> None:
        self._ending = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._watch = threading.Thread(target=self._keep_running, name="worker", daemon=True)

    def start(self) -> None:
        """Start the worker and watch it."""
        self._watch.start()

    def end(self) -> None:
        """Let the worker finish the jobs in hand, then end it."""
        self._ending.set()
        process = self._process
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()

    def _keep_running(self) -> None:
        command = [sys.executable, "-m", "keyhouse", "worker", "--parent", str(os.getpid())]
        while not self._ending.is_set():
            self._process = subprocess.Popen(command)  # noqa: S603 -- our own command
            self._process.wait()
            self._ending.wait(PAUSE)
