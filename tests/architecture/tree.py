"""The source tree as the architecture tests see it: files, syntax trees, paragraphs."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src/keyhouse"
DOMAIN = SOURCE / "domain"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, kw_only=True)
class Source:
    """One Python file."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path below the repository, as messages show it."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    def functions(self) -> Iterator[Function]:
        """All functions and methods, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def public_functions(self) -> list[Function]:
        """The functions of the module itself that others may call."""
        return [node for node in self.tree.body if isinstance(node, Function) and not node.name.startswith("_")]

    def classes(self) -> list[ast.ClassDef]:
        return [node for node in self.tree.body if isinstance(node, ast.ClassDef)]


@cache
def repository_files() -> tuple[Path, ...]:
    """Every file that is, or would be, committed."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if listing.returncode == 0:
        found = [ROOT / name for name in listing.stdout.split("\0") if name]
    else:
        found = [path for part in ("src", "tests", "docs", "scripts") for path in (ROOT / part).rglob("*")]
    return tuple(path for path in sorted(found) if path.is_file() and "__pycache__" not in path.parts)


@cache
def sources(below: str = "") -> tuple[Source, ...]:
    """The Python files below a folder of the repository, migrations left out: Django writes them."""
    folder = ROOT / below
    paths = [path for path in repository_files() if path.suffix == ".py" and path.is_relative_to(folder)]
    return tuple(read(path) for path in paths if "migrations" not in path.parts)


@cache
def read(path: Path) -> Source:
    """One file, parsed once."""
    text = path.read_text()
    return Source(path=path, text=text, tree=ast.parse(text, str(path)))


def actions() -> list[Source]:
    """The action files of all domain modules."""
    return [found for found in sources("src/keyhouse/domain") if is_action(found.path)]


def is_action(path: Path) -> bool:
    """Whether a file holds a use case."""
    return path.parent.name == "actions" and path.name != "__init__.py"


def calls(node: ast.AST) -> Iterator[str]:
    """The names of what is called inside a node, as they are written."""
    return (ast.unparse(inner.func) for inner in ast.walk(node) if isinstance(inner, ast.Call))


def without_docstring(function: Function) -> list[ast.stmt]:
    """The statements of a function after its docstring."""
    return function.body[1:] if ast.get_docstring(function) is not None else function.body


def domain_modules() -> list[Path]:
    """The folders of the domain, one for each word of the product."""
    return [path for path in sorted(DOMAIN.iterdir()) if (path / "__init__.py").exists()] if DOMAIN.exists() else []


def listed(found: list[str]) -> str:
    """Faults as a message, one a line."""
    return "\n" + "\n".join(found)
