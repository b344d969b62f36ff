"""Jobs outlive the workers that run them."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.tree import ROOT
from tests.serving import Installation

pytestmark = pytest.mark.kill
ASK = """
import django; django.setup()
from tests.foundation.jobs import work
for number in range({count}):
    work.write_line.enqueue(organization_id=1, path={path!r}, line=str(number), seconds="{seconds}")
"""


class Workers:
    """Workers of one installation, in processes of their own, and the file that counts each delivery once."""

    def __init__(self, folder: Path) -> None:
        """The tables are made; no worker runs yet."""
        self.installation = Installation(folder)
        self.installation.run("migrate")
        self.environment = {
            **self.installation.environment(),
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            "DJANGO_SETTINGS_MODULE": "keyhouse.settings",
        }
        self.received = folder / "received"
        self.processes: list[subprocess.Popen[bytes]] = []

    def ask(self, count: int, seconds: float) -> None:
        """Ask for deliveries, each of which takes so long."""
        script = ASK.format(count=count, path=str(self.received), seconds=seconds)
        subprocess.run([sys.executable, "-c", script], env=self.environment, cwd=ROOT, check=True, timeout=60)

    def start(self) -> subprocess.Popen[bytes]:
        """Start a worker that takes over after two seconds."""
        command = [sys.executable, "-m", "keyhouse", "worker", "--lease", "2", "--threads", "1"]
        self.processes.append(subprocess.Popen(command, env=self.environment, stderr=subprocess.DEVNULL))
        return self.processes[-1]

    def jobs(
        self, question: str = "SELECT state, COUNT(*) FROM jobs_job WHERE name LIKE '%write_line' GROUP BY 1"
    ) -> Any:
        """Ask the database itself."""
        with sqlite3.connect(self.installation.folder / "data/keyhouse.sqlite3", timeout=10) as database:
            return dict(database.execute(question).fetchall())

    def wait_for(self, state: str, count: int, within: float = 45) -> None:
        """Wait until so many jobs stand so."""
        until = time.monotonic() + within
        while time.monotonic() < until:
            if self.jobs().get(state, 0) >= count:
                return
            time.sleep(0.05)
        raise AssertionError(f"jobs: {self.jobs()}")


@pytest.fixture
def workers(tmp_path):
    """An installation without workers, which are ended when the test is over."""
    made = Workers(tmp_path)
    yield made
    for process in made.processes:
        process.kill()
        process.wait(5)


def test_no_job_is_lost_and_no_effect_doubled_when_workers_are_killed(workers):
    """REL-4: before, during and after the effect; two workers at the end; each delivery counts once."""
    workers.ask(count=6, seconds=0.4)

    for state in ("running", "done"):
        worker = workers.start()
        workers.wait_for(state, 1)
        worker.send_signal(signal.SIGKILL)
        worker.wait(5)
    workers.start(), workers.start()
    workers.wait_for("done", 6)

    assert sorted(workers.received.read_text().split()) == [str(number) for number in range(6)]
    assert workers.jobs() == {"done": 6}


def test_a_worker_that_is_asked_to_end_finishes_the_job_in_hand(workers):
    workers.ask(count=2, seconds=1)
    worker = workers.start()
    workers.wait_for("running", 1)

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(10) == 0
    assert workers.jobs() == {"done": 1, "waiting": 1}
