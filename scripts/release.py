"""Makes a release: closes the changelog's Unreleased part, sets the version, commits, tags, and builds the wheel."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Release the version that was given, from a clean tree."""
    if len(sys.argv) != 2 or not re.fullmatch(r"\d+\.\d+\.\d+", sys.argv[1]):
        sys.exit("say which version: make release VERSION=1.2.3")
    if output("git", "status", "--porcelain"):
        sys.exit("commit or stash first: a release is made from a clean tree")
    version = sys.argv[1]
    replace("CHANGELOG.md", "## Unreleased\n", f"## Unreleased\n\n## {version} - {datetime.date.today()}\n")
    replace(
        "pyproject.toml",
        re.search(r'^version = ".*"$', read("pyproject.toml"), re.MULTILINE)[0],
        f'version = "{version}"',
    )
    output("git", "commit", "-am", f"Release {version}")
    output("git", "tag", "-a", f"v{version}", "-m", f"Keyhouse {version}")
    output(f"{Path(sys.executable).parent}/hatchling", "build", "-t", "wheel")
    print(f"released {version}: the wheel is in dist/, the tag is v{version}")


def read(name: str) -> str:
    """The text of a file of the repository."""
    return (ROOT / name).read_text()


def replace(name: str, old: str, new: str) -> None:
    """Put a new text in the place of an old one, once."""
    (ROOT / name).write_text(read(name).replace(old, new, 1))


def output(*command: str) -> str:
    """Run a command and return what it printed."""
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


main()
