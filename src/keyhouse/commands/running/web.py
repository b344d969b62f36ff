"""The web server: granian in WSGI mode, with the job worker beside it."""

import logging
import multiprocessing
import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections

from keyhouse.commands.running import family, starting

THREADS = 8
BACKLOG = 1024


def run(*, host: str, port: int, workers: int, tls: bool, when_ready: Callable[[], None] | None = None) -> None:
    """Serve until a signal ends it; the worker is started with it and ends with it."""
    certificate, key = _certificate() if tls else (None, None)
    counters = _shared_counters()
    worker = family.WorkerProcess()
    count = workers or (1 if connection.vendor == "sqlite" else os.cpu_count() or 1)
    connections.close_all()
    multiprocessing.set_start_method("spawn", force=True)  # a forked child would share connections and threads
    from granian.constants import Interfaces
    from granian.server import Server

    server = Server(
        "keyhouse.wsgi:application", address=host, port=port, interface=Interfaces.WSGI, workers=count,
        blocking_threads=THREADS, blocking_threads_idle_timeout=600, backlog=BACKLOG, websockets=False,
        log_enabled=False, ssl_cert=certificate, ssl_key=key, respawn_failed_workers=True, workers_kill_timeout=30,
    )  # fmt: skip
    server.on_startup(worker.start)
    server.on_shutdown(worker.end)
    if when_ready:
        server.on_startup(when_ready)
    try:
        server.serve(target_loader=application, wrap_loader=False)
    finally:
        worker.end()
        shutil.rmtree(counters, ignore_errors=True)


def application() -> Callable[..., Any]:
    """The application as a web process loads it; the process ends with the one that started it."""
    family.stop_with_parent(os.getppid(), lambda: os.kill(os.getpid(), signal.SIGTERM))
    from keyhouse.wsgi import application as loaded

    return loaded


def _certificate() -> tuple[Path, Path]:
    """The certificate and key of the operator, or a refusal that says where they belong."""
    folder = Path(settings.KEYHOUSE.data) / "tls"
    found = folder / "certificate.pem", folder / "key.pem"
    for file in found:
        if not file.is_file():
            starting.fail(f"--tls needs {file}: put the certificate (with its chain) and its key there.")
    return found


def _shared_counters() -> str:
    """A folder in which the web processes add up their figures."""
    folder = tempfile.mkdtemp(prefix="keyhouse-metrics-")
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
    return folder


logging.getLogger("_granian").setLevel(logging.WARNING)
