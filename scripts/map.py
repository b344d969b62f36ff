"""Prints the tree with the sentence that opens each file, or all that belongs to one action."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/keyhouse"


def main() -> None:
    """Print the map, or the page of one action."""
    if len(sys.argv) > 1:
        about(sys.argv[1])
    else:
        tree()


def tree() -> None:
    """Every file below src/keyhouse with its sentence."""
    for path in sorted(SOURCE.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        place = path.relative_to(SOURCE)
        name = f"{place.parent.as_posix()}/" if place.name == "__init__.py" else place.name
        print(f"{'    ' * (len(place.parts) - 1)}{name:<34} {first_line(path)}")


def first_line(path: Path) -> str:
    """The sentence that opens a file."""
    return (ast.get_docstring(ast.parse(path.read_text())) or "").split("\n")[0]


def about(name: str) -> None:
    """The doors, permission, event, errors and tests of one action."""
    found = list((SOURCE / "domain").glob(f"*/actions/{name}.py"))
    if not found:
        sys.exit(f"no action is named {name}")
    text = found[0].read_text()
    callers = [
        path
        for path in sorted(SOURCE.rglob("*.py"))
        if path != found[0] and re.search(rf"\b{name}\(", path.read_text())
    ]
    print(f"{name}: {found[0].relative_to(ROOT)}")
    print(f"  {first_line(found[0])}")
    print("  permission: " + ", ".join(sorted(set(re.findall(r"Permission\.([A-Z_]+)", text)))))
    print("  event:      " + ", ".join(sorted(set(re.findall(r"record\(\s*(?:events\.)?(\w+)", text)))))
    print("  refusals:   " + ", ".join(sorted(set(re.findall(r"(?:raise|Refused\()\s*(?:errors\.)?([A-Z]\w+)", text)))))
    print("  called by:")
    print("\n".join(f"    {path.relative_to(ROOT)}" for path in callers) or "    nobody yet")
    print("  tests:")
    print(
        "\n".join(f"    {path.relative_to(ROOT)}" for path in sorted((ROOT / "tests").rglob(f"test_{name}.py")))
        or "    none"
    )


main()
