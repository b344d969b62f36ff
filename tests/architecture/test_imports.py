"""The import contracts hold."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.tree import ROOT


def test_the_import_contracts_hold(tmp_path: Path):
    environment = dict(os.environ, PYTHONPATH=str(ROOT / "src"))
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]

    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, env=environment)

    assert done.returncode == 0, done.stdout + done.stderr
