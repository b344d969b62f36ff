"""Prints the tests as the specification they are: a heading for each module, a sentence for each test."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Print all headings and sentences, in the order of the tree."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        tree = ast.parse(path.read_text())
        sentences = [sentence(node) for node in ast.walk(tree) if is_test(node)]
        if sentences:
            heading = (ast.get_docstring(tree) or path.stem).splitlines()[0]
            print(f"\n{heading}  ({path.relative_to(ROOT / 'tests')})")
            print("\n".join(f"  - {one}" for one in sentences))


def is_test(node: ast.AST) -> bool:
    """Whether this is a test."""
    return isinstance(node, ast.FunctionDef) and node.name.startswith("test_")


def sentence(node: ast.AST) -> str:
    """The promise in words, with the number of the invariant where there is one."""
    name: str = getattr(node, "name", "")
    doc = ast.get_docstring(node) if isinstance(node, ast.FunctionDef) else None
    number = doc.split(":")[0] if doc and doc[:3].isupper() and ":" in doc.splitlines()[0] else ""
    words = name.removeprefix("test_").replace("_", " ")
    return f"{words} [{number}]" if number else words


main()
