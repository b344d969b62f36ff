"""The command line explains itself, at once."""

import os
import subprocess
import sys
import time

from keyhouse.commands import COMMANDS
from tests.architecture.tree import ROOT

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def test_help_names_every_command_in_a_moment():
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "keyhouse", "--help"], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )

    assert all(one.__name__.strip("_").replace("_", "-") in done.stdout for one in COMMANDS)
    assert time.monotonic() - begun < 2


def test_help_loads_neither_django_nor_the_protocols():
    script = (
        "import sys; import keyhouse.commands; print(*(set(sys.modules) & {'django', 'lxml', 'pydantic', 'granian'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], env=ENVIRONMENT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
