"""Lists the licenses of the packages we run on, and fails on one that we have not agreed to."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
AGREED = ("MIT", "BSD", "Apache", "ISC", "PSF", "Python Software Foundation", "MPL", "Mozilla", "Unlicense", "0BSD")
# Used unmodified as a package; see docs/decisions/0006-no-third-party-files.md.
BY_NAME = {"psycopg": "LGPL", "psycopg-binary": "LGPL", "psycopg-pool": "LGPL"}


def main() -> None:
    """Walk what we depend on, and what that depends on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    licenses: dict[str, str] = {}
    waiting = [name_of(one) for one in project["dependencies"]]
    while waiting:
        name = waiting.pop()
        if name in licenses:
            continue
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # a dependency of another platform or version of Python
        licenses[name] = license_of(found.metadata)
        waiting += [name_of(one) for one in found.requires or [] if "extra ==" not in one]
    for name, license_name in sorted(licenses.items()):
        print(f"{name}: {license_name}")
    odd = [name for name, text in licenses.items() if not any(one in text for one in AGREED) and name not in BY_NAME]
    sys.exit(f"no agreed license: {', '.join(sorted(odd))}" if odd else 0)


def name_of(requirement: str) -> str:
    """The folded name at the beginning of a requirement."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[-_.]+", "-", found.group(0)).lower() if found else ""


def license_of(metadata: object) -> str:
    """The license as the package declares it, in one of three ways."""
    get = metadata.get  # type: ignore[attr-defined]
    classifiers = [one for one in metadata.get_all("Classifier") or [] if one.startswith("License")]  # type: ignore[attr-defined]
    return " ".join([get("License-Expression") or "", (get("License") or "")[:80], *classifiers]).strip()


main()
