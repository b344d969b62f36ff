"""The wheel holds all that a running Keyhouse needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, SOURCE, listed, repository_files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of the files in the wheel, built from this very tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as packed:
        return packed.namelist()


def test_every_file_of_the_product_is_in_the_wheel(wheel: list[str]):
    ours = [path for path in repository_files() if path.is_relative_to(SOURCE)]
    expected = [path.relative_to(SOURCE.parent).as_posix() for path in ours]

    missing = sorted(set(expected) - set(wheel))

    assert not missing, listed(missing)


def test_the_guide_and_the_command_are_in_the_wheel(wheel: list[str]):
    assert "keyhouse/guide/words.md" in wheel
    assert any(name.endswith("entry_points.txt") for name in wheel)


def test_nothing_but_the_product_is_in_the_wheel(wheel: list[str]):
    tops = {Path(name).parts[0] for name in wheel}

    assert {name for name in tops if not name.endswith(".dist-info")} == {"keyhouse"}
