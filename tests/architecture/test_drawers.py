"""Every module of the domain has the same drawers, and what is in a drawer is what its label says."""

from __future__ import annotations

import ast

from tests.architecture.tree import DOMAIN, ROOT, SOURCE, Source, domain_modules, listed, sources

FILES = {"__init__", "apps", "models", "queries", "rules", "errors", "events", "jobs"}
FOLDERS = {"actions", "migrations", "templates", "queries", "rules", "events", "errors", "models", "data"}
HOT = {  # the six of the house style, section 7; a seventh needs a decision that shows both timings
    "domain/sign_in/hot_sessions.py",
    "domain/sign_in/hot_tokens.py",
    "domain/grants/hot_decisions",  # a folder: one file of SQL per question
    "endpoints/decisions/hot_door.py",
    "domain/people/hot_find.py",
    "domain/groups/hot_members.py",
}
TOOL_FILES = {"__init__", "apps", "urls", "menu"}
MORE = {"front_door": {"door", "drafts", "walk"}, "business_manager": {"door"}}
TOOL_FOLDERS = {"screens", "templates", "static", "urls"}
KINDS = {"NotFound", "NotAllowed", "Invalid", "Conflict"}


def test_a_domain_module_has_only_the_drawers_of_the_house_style():
    faults = []
    for module in domain_modules():
        files = {path.stem for path in module.glob("*.py") if not path.stem.startswith("hot_")}
        folders = {path.name for path in module.iterdir() if path.is_dir() and not path.name.startswith(("__", "hot_"))}
        faults += [f"{module.relative_to(ROOT)}: {name}" for name in sorted((files - FILES) | (folders - FOLDERS))]

    assert not faults, listed(faults)


def test_a_tool_has_only_the_drawers_of_the_house_style():
    faults = []
    for tool in [path for path in (SOURCE / "tools").glob("*") if (path / "__init__.py").exists()]:
        files = {path.stem for path in tool.glob("*.py")}
        folders = {path.name for path in tool.iterdir() if path.is_dir() and path.name != "__pycache__"}
        extra = MORE.get(tool.name, set())
        faults += [
            f"{tool.relative_to(ROOT)}: {name}"
            for name in sorted((files - TOOL_FILES - extra) | (folders - TOOL_FOLDERS))
        ]

    assert not faults, listed(faults)


def test_the_hot_paths_are_the_six_that_were_decided():
    paths = [file.path.relative_to(SOURCE) for file in sources("src")]
    found = {
        path.as_posix() if path.name.startswith("hot_") else path.parent.as_posix()
        for path in paths
        if path.name.startswith("hot_") or path.parent.name.startswith("hot_")
    }

    assert found <= HOT


def test_a_cursor_is_opened_in_a_hot_path_alone():
    faults = [file.name for file in sources("src") if opens_cursor(file) and not may_open_cursor(file)]

    assert not faults, listed(faults)


def test_statements_outside_the_orm_are_sent_by_hot_paths_alone():
    faults = [
        file.name
        for file in sources("src")
        if "keyhouse.foundation.statements" in " ".join(imports(file)) and not is_hot(file)
    ]

    assert not faults, listed(faults)


def test_an_error_of_the_domain_is_one_of_the_four_kinds_and_has_a_code_and_a_sentence():
    found = [(file, node) for file in in_drawer("errors") for node in file.classes()]

    faults = [f"{file.name}: {node.name}" for file, node in found if not is_error(node)]

    assert not faults, listed(faults)


def test_no_two_errors_share_a_code():
    codes = [(code_of(node), f"{file.name}: {node.name}") for file in in_drawer("errors") for node in file.classes()]

    faults = [place for code, place in codes if code and [one for one, _ in codes].count(code) > 1]

    assert not faults, listed(faults)


def test_a_model_raises_nothing_and_overrides_no_save():
    faults = [
        f"{file.name}: line {node.lineno}"
        for file in in_drawer("models")
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Raise)
        or (isinstance(node, ast.FunctionDef) and node.name in {"save", "delete", "clean", "full_clean"})
    ]

    assert not faults, listed(faults)


def test_the_domain_knows_neither_http_nor_screens():
    banned = ("django.http", "django.shortcuts", "django.urls", "django.forms", "django.views", "django.template")

    faults = [
        f"{file.name}: {name}"
        for file in sources("src/keyhouse/domain")
        for name in imports(file)
        if name.startswith(banned)
    ]

    assert not faults, listed(faults)


def in_drawer(name: str) -> list[Source]:
    """The files of one drawer in all domain modules: the file of that name, or the folder's."""
    found = [file for file in sources("src/keyhouse/domain") if file.path.name != "__init__.py"]
    return [file for file in found if file.path.relative_to(DOMAIN).parts[1] in {name, f"{name}.py"}]


def imports(file: Source) -> list[str]:
    """The dotted names that a file imports."""
    names = []
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Import):
            names += [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names += [f"{node.module}.{one.name}" for one in node.names]
    return names


def opens_cursor(file: Source) -> bool:
    """Whether a file sends SQL of its own."""
    names = {node.attr for node in ast.walk(file.tree) if isinstance(node, ast.Attribute)}
    return bool(names & {"cursor", "raw", "executescript", "RawSQL"})


def may_open_cursor(file: Source) -> bool:
    """Hot paths, and the commands that look after the database as a whole."""
    return is_hot(file) or file.path.is_relative_to(SOURCE / "commands")


def is_hot(file: Source) -> bool:
    return any(part.startswith("hot_") for part in file.path.relative_to(SOURCE).parts)


def is_error(node: ast.ClassDef) -> bool:
    bases = {ast.unparse(base).rsplit(".", 1)[-1] for base in node.bases}
    fields = {ast.unparse(one.targets[0]) for one in node.body if isinstance(one, ast.Assign)}
    annotated = {ast.unparse(one.target) for one in node.body if isinstance(one, ast.AnnAssign)}
    return bool(bases & KINDS) and {"code", "message"} <= fields | annotated


def code_of(node: ast.ClassDef) -> str:
    for one in node.body:
        if (
            isinstance(one, ast.Assign)
            and ast.unparse(one.targets[0]) == "code"
            and isinstance(one.value, ast.Constant)
        ):
            return str(one.value.value)
    return ""
