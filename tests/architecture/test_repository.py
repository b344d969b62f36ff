"""The repository holds our own files alone, names no package index and no folder of anybody's machine."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

from tests.architecture.tree import ROOT, listed, repository_files

INDEXES = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|npmjs\.(?:com|org)/|deb\.debian\.org|index-url|--find-links|devpi|artifactory",
    re.IGNORECASE,
)
MACHINES = re.compile(r"(?<![\w.])/(?:work|home|Users(?!/(?:1\b|\.search))|root)/[\w.-]+")
FOREIGN = {".min.js", ".min.css", ".woff", ".woff2", ".ttf", ".otf", ".whl", ".map"}
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".html",
    ".css",
    ".js",
    ".json",
    ".yml",
    ".yaml",
    ".cfg",
    ".sh",
    ".php",
    "",
    ".lock",
    ".svg",
}
ROOT_FILES = {
    "README.md",
    "LICENSE",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "Makefile",
    "pyproject.toml",
    "constraints.txt",
}


def test_no_file_names_a_package_index():
    faults = [
        f"{name}: {word}"
        for name, text in texts()
        for word in INDEXES.findall(text)
        if not name.endswith("test_repository.py")
    ]

    assert not faults, listed(faults)


def test_no_file_names_a_folder_of_a_machine():
    faults = [f"{name}: {path}" for name, text in texts() for path in MACHINES.findall(text)]

    assert not faults, listed(faults)


def test_no_third_party_file_is_kept_here():
    faults = [str(path.relative_to(ROOT)) for path in repository_files() if path.name.endswith(tuple(FOREIGN))]

    assert not faults, listed(faults)


def test_the_root_files_of_the_project_are_there():
    assert {path.name for path in ROOT.iterdir()} >= ROOT_FILES


def test_constraints_are_names_and_exact_versions_only():
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if line and not line.startswith("#")]

    faults = [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9._+!-]+", line)]

    assert not faults, listed(faults)


def test_every_package_that_we_name_has_its_exact_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    exact = {folded(line.split("==")[0]) for line in (ROOT / "constraints.txt").read_text().splitlines()}

    names = {folded(re.match(r"[A-Za-z0-9._-]+", one).group(0)) for one in wanted}

    assert not names - exact - {"keyhouse"}


def test_the_house_compiles_without_asserts():
    """SAML-11: the product is the same under `python -O`."""
    done = subprocess.run(
        [sys.executable, "-O", "-m", "compileall", "-q", "src"], cwd=ROOT, check=False, capture_output=True
    )

    assert done.returncode == 0


def texts() -> list[tuple[str, str]]:
    """The text files of the repository."""
    found = [path for path in repository_files() if path.suffix in TEXT and not path.is_symlink()]
    return [(path.relative_to(ROOT).as_posix(), path.read_text(errors="replace")) for path in found]


def folded(name: str) -> str:
    """A package name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
