"""Runs the whole suite once: everything on SQLite and on PostgreSQL, browser, peer and kill tests on one of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.throwaway_postgres import is_possible  # noqa: E402 - the root of the repository must be on the path first

# Two worker processes, one for each database; each runs every test but those that the other one runs alone.
ON_SQLITE = "popen//env:KEYHOUSE_TEST_DATABASE=sqlite//env:KEYHOUSE_TEST_LEAVE_OUT=browser"
ON_POSTGRESQL = "popen//env:KEYHOUSE_TEST_DATABASE=postgresql//env:KEYHOUSE_TEST_LEAVE_OUT=peer,kill,story"
BOTH = ["--dist", "each", "--tx", ON_SQLITE, "--tx", ON_POSTGRESQL]
ONE = ["-n", "2"]


def main() -> None:
    """Run pytest; its summary is the last line."""
    chosen = sys.argv[1:]
    if is_possible():
        print("== testing on SQLite (gw0) and on PostgreSQL (gw1) side by side", flush=True)
        spread = BOTH
    else:
        print("== testing on SQLite; left out: PostgreSQL, as no server can be started here", flush=True)
        spread = ONE
    environment = dict(os.environ, PYTHONPATH=str(ROOT / "src"))
    command = [sys.executable, "-m", "pytest", "-q", *spread, *chosen]
    sys.exit(subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode)


main()
