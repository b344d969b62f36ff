"""Servers that are measured: started as processes of their own, with the processor time of their whole family."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.architecture.tree import ROOT
from tests.throwaway_postgres import free_port

TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """One running server."""

    def __init__(self, name: str, command: list[str], environment: dict[str, str], port: int) -> None:
        self.name, self.port = name, port
        self.process = subprocess.Popen(
            command,
            env=environment,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._wait()

    def _wait(self) -> None:
        for _ in range(600):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise SystemExit(f"{self.name} did not start")

    def cpu(self) -> float:
        """The seconds of processor time that it and its children have used."""
        return sum(_cpu_of(one) for one in _family(self.process.pid))

    def end(self) -> None:
        """Stop it with its children."""
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)


class Keyhouse:
    """An installation on its durable defaults, in a folder on disk."""

    def __init__(self, folder: Path, database: str = "") -> None:
        self.port = free_port()
        ours = {"DATA": str(folder), "BASE_URL": f"http://127.0.0.1:{self.port}", "DATABASE_URL": database}
        self.environment = clean() | {f"KEYHOUSE_{name}": value for name, value in ours.items()}

    def bootstrap(self) -> dict[str, Any]:
        """Make Acme with a portfolio, a provisioning token and one that may decide."""
        if self.environment["KEYHOUSE_DATABASE_URL"]:
            self.run("migrate")
        made = self.run(
            "bootstrap",
            "--organization",
            "Acme",
            "--admin",
            "ada@acme.example",
            "--verified-domain",
            "acme.example",
            "--portfolio",
            "Spring campaign",
            "--integration",
            "shop=decide",
            "--json",
        )
        found: dict[str, Any] = json.loads(made)
        return found

    def run(self, *arguments: str, module: str = "keyhouse") -> str:
        """Run a command to its end."""
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            env=self.environment,
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def serve(self) -> Server:
        """Start the server."""
        command = [sys.executable, "-m", "keyhouse", "serve", "--port", str(self.port)]
        return Server("Keyhouse", command, self.environment, self.port)


def peer(name: str) -> Server:
    """Start a peer."""
    port = free_port()
    return Server(name, [sys.executable, "-m", "tests.bench.peer", name, str(port)], clean(), port)


def clean() -> dict[str, str]:
    """The environment without settings of Keyhouse."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KEYHOUSE_", "DJANGO_"))}
    return {**kept, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}


def _family(parent: int) -> list[int]:
    """A process and all below it."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
    family, before = {parent}, 0
    while len(family) != before:
        before = len(family)
        family |= {one for one, above in parents.items() if above in family}
    return sorted(family)


def _cpu_of(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS
