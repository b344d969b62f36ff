"""Runs the static steps, each by its name, then the whole suite; every step runs even if one before it failed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent

STEPS: dict[str, list[str]] = {
    "format": [f"{BIN}/ruff", "format", "--check", "--quiet", "."],
    "lint": [f"{BIN}/ruff", "check", "--quiet", "."],
    "types": [f"{BIN}/mypy", "--no-error-summary"],
    "imports": [f"{BIN}/lint-imports", "--no-logo"],
    "migrations": [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run", "--verbosity=0"],
    "docs": [sys.executable, "scripts/write_docs.py", "--check"],
    "dependencies": [f"{BIN}/deptry", "src"],
    "licenses": [sys.executable, "scripts/licenses.py"],
}


def main() -> None:
    """Run all; the summary of pytest comes last, after a line that names the static steps that failed."""
    failed = [name for name, command in STEPS.items() if not passes(name, command)]
    suite = subprocess.run([sys.executable, "scripts/suite.py"], check=False, cwd=ROOT)
    if failed:
        print(f"== static steps that failed: {', '.join(failed)}", flush=True)
    sys.exit(1 if failed else suite.returncode)


def passes(name: str, command: list[str]) -> bool:
    """Run one step; its output is shown only if it fails."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(
            os.environ, PYTHONPATH="src", DJANGO_SETTINGS_MODULE="keyhouse.settings", KEYHOUSE_DATA=folder
        )
        done = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True)
    verdict = "passed" if done.returncode == 0 else "FAILED"
    print(f"== {name}: {verdict} ({time.monotonic() - started:.1f} s)", flush=True)
    if done.returncode != 0:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


main()
