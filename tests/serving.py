"""Keyhouse as a running process of its own, with a mail server and a name server beside it, all on loopback."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import httpx
import pytest
from aiosmtpd.controller import Controller
from dnslib import RR
from dnslib.server import BaseResolver, DNSServer

from tests.architecture.tree import ROOT
from tests.database import memory_folder
from tests.throwaway_postgres import free_port

READY_WITHIN = 60.0


class Installation:
    """One Keyhouse with a data folder, a port and settings of its own; commands run as a person would run them."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """Nothing runs yet."""
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.settings = {"DATA": str(folder / "data"), "BASE_URL": self.url, **settings}
        self.log = folder / "keyhouse.log"
        self.process: subprocess.Popen[str] | None = None

    def environment(self) -> dict[str, str]:
        """The caller's environment without its settings of Keyhouse, with ours."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("KEYHOUSE_", "DJANGO_"))}
        ours = {f"KEYHOUSE_{name}": value for name, value in self.settings.items()}
        return {**kept, **ours, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}

    def run(self, *arguments: str) -> str:
        """Run one command to its end and return what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "keyhouse", *arguments],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"keyhouse {' '.join(arguments)}:\n{done.stdout}{done.stderr}"
        return done.stdout

    def bootstrap(self, *arguments: str) -> dict[str, Any]:
        """Set the deployment up without a browser."""
        lines = self.run("bootstrap", *arguments, "--json").strip()
        found: dict[str, Any] = json.loads(lines)
        return found

    def start(self, *arguments: str) -> None:
        """Start a command that stays, in a process group of its own."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "keyhouse", *arguments, "--port", str(self.port)],
            cwd=self.folder,
            env=self.environment(),
            stdout=self.log.open("a"),
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def serve(self) -> None:
        """Start the server and wait until it answers."""
        self.start("serve")
        self.wait()

    def wait(self) -> None:
        """Wait until the server answers; its log is the message when it doesn't."""
        until = time.monotonic() + READY_WITHIN
        while time.monotonic() < until:
            try:
                if httpx.get(f"{self.url}/healthz", timeout=2, trust_env=False).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            assert self.process is not None and self.process.poll() is None, self.log.read_text()
            time.sleep(0.1)
        raise AssertionError(f"the server did not answer in time:\n{self.log.read_text()}")

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End the process and its children."""
        if self.process is None:
            return
        group = self.process.pid
        self._signal(group, how)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            pass
        self._signal(group, signal.SIGKILL)
        self.process.wait(5)
        self.process = None

    @staticmethod
    def _signal(group: int, how: signal.Signals) -> None:
        try:
            os.killpg(group, how)
        except ProcessLookupError:
            pass


class Inbox:
    """A mail server that keeps what it is given."""

    def __init__(self) -> None:
        """Listen on a port of its own."""
        self.mails: list[EmailMessage] = []
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port())
        self.controller.start()
        self.url = f"smtp://127.0.0.1:{self.controller.port}"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Keep a mail."""
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 kept"

    def link_for(self, address: str, part: str, within: float = 20) -> str:
        """The newest link with this part in a mail to this address; waits until the mail is there."""
        until = time.monotonic() + within
        while time.monotonic() < until:
            for mail in reversed(self.mails):
                found = re.search(rf"https?://\S*{re.escape(part)}[^\s>]*", mail.get_content())
                if address in str(mail["To"]) and found:
                    return found.group(0)
            time.sleep(0.1)
        raise AssertionError(
            f"no mail to {address} with {part}; there are {[(m['To'], m['Subject']) for m in self.mails]}"
        )


class NameServer(BaseResolver):
    """A name server that answers with the TXT records it was given."""

    def __init__(self) -> None:
        """Listen on a port of its own."""
        self.records: dict[str, str] = {}
        self.port = free_port()
        self.server = DNSServer(self, port=self.port, address="127.0.0.1")
        self.server.start_thread()

    def resolve(self, request: Any, handler: Any) -> Any:
        """Answer one question."""
        reply = request.reply()
        name = str(request.q.qname).rstrip(".").lower()
        if name in self.records:
            reply.add_answer(*RR.fromZone(f'{name}. 60 TXT "{self.records[name]}"'))
        return reply


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    """A mail server beside Keyhouse."""
    made = Inbox()
    yield made
    made.controller.stop()


@pytest.fixture
def name_server() -> Iterator[NameServer]:
    """A name server beside Keyhouse."""
    made = NameServer()
    yield made
    made.server.stop()


@pytest.fixture(scope="session")
def demo() -> Iterator[dict[str, Any]]:
    """`keyhouse demo`, started once for all tests that only look; its JSON says who is who."""
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        installation = Installation(Path(folder))
        del installation.settings["BASE_URL"]
        installation.start("demo", "--json")
        try:
            installation.wait()
            yield ready_line(installation)
        finally:
            installation.end()


def ready_line(installation: Installation) -> dict[str, Any]:
    """The line that the demo prints when it is ready."""
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        for line in installation.log.read_text().splitlines():
            if line.startswith("{") and "base_url" in line:
                found: dict[str, Any] = json.loads(line)
                return found
        time.sleep(0.1)
    raise AssertionError(f"the demo was not ready in time:\n{installation.log.read_text()}")
