"""Each row of docs/invariants.md has a test whose docstring begins with its number, or waits by name for its issue."""

from __future__ import annotations

import ast
import re
import tomllib

from tests.architecture.tree import ROOT, listed, sources

ROW = re.compile(r"^\| ([A-Z]+-\d+) \|", re.MULTILINE)
NUMBERS = re.compile(r"^((?:[A-Z]{2,}-\d+)(?:, [A-Z]{2,}-\d+)*):")
LIST = tomllib.loads((ROOT / "tests/architecture/not_yet.toml").read_text())
WAITING: dict[str, str] = LIST["rows"]


def test_every_row_has_a_test_or_waits_for_its_issue():
    missing = [row for row in rows() if row not in numbers_of_tests() and row not in WAITING]

    assert not missing, listed(missing)


def test_no_row_waits_that_has_its_test():
    done = sorted(set(WAITING) & set(numbers_of_tests()))

    assert not done, f"take these out of not_yet.toml and lower its ceiling: {', '.join(done)}"


def test_every_number_that_a_test_or_the_waiting_list_names_is_a_row():
    unknown = sorted((set(numbers_of_tests()) | set(WAITING)) - set(rows()))

    assert not unknown, listed(unknown)


def test_the_waiting_list_only_shrinks():
    assert len(WAITING) == LIST["ceiling"], (
        "the ceiling is the number of rows that wait: it goes down with them, never up"
    )


def rows() -> list[str]:
    """The numbers of all rows."""
    return ROW.findall((ROOT / "docs/invariants.md").read_text())


def numbers_of_tests() -> dict[str, str]:
    """The numbers that begin the docstring of a test, each with a test that does so."""
    found = {}
    for file in sources("tests"):
        for node in ast.walk(file.tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                named = NUMBERS.match(ast.get_docstring(node) or "")
                found |= dict.fromkeys(named.group(1).split(", ") if named else [], f"{file.name}::{node.name}")
    return found
