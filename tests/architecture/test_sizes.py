"""No drawer overflows: the ceilings of files, functions, actions, screens, templates, styles, scripts and tests."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.tree import ROOT, Function, Source, domain_modules, is_action, listed, repository_files, sources

FILE, MODELS_OR_QUERIES, ACTION, SCREEN = 250, 300, 70, 150
FUNCTION, CHECK, TEST, BRANCHES, ARGUMENTS = 40, 20, 25, 5, 6
TEMPLATE, STYLESHEET, SCRIPT, ACTIONS = 100, 200, 100, 15

BRANCHING = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.match_case)


def test_no_python_file_passes_its_ceiling():
    found = [*sources("src"), *sources("tests"), *sources("scripts")]

    faults = [
        f"{file.name}: {file.lines} lines, at most {ceiling(file.path)}"
        for file in found
        if file.lines > ceiling(file.path)
    ]

    assert not faults, listed(faults)


def test_no_function_passes_its_ceiling():
    found = [(file, function) for file in [*sources("src"), *sources("scripts")] for function in file.functions()]

    faults = [fault for file, function in found for fault in too_much(file, function)]

    assert not faults, listed(faults)


def test_no_test_passes_its_ceiling():
    tests = [
        (file, function)
        for file in sources("tests")
        for function in file.functions()
        if function.name.startswith("test_")
    ]

    faults = [
        f"{file.name}: {test.name} has {length(test)} lines, at most {TEST}"
        for file, test in tests
        if length(test) > TEST
    ]

    assert not faults, listed(faults)


def test_no_template_stylesheet_or_script_passes_its_ceiling():
    ceilings = {".html": TEMPLATE, ".css": STYLESHEET, ".js": SCRIPT}
    found = [path for path in repository_files() if path.is_relative_to(ROOT / "src") and path.suffix in ceilings]

    faults = [
        f"{path.relative_to(ROOT)}: {lines} lines, at most {ceilings[path.suffix]}"
        for path in found
        if (lines := len(path.read_text().splitlines())) > ceilings[path.suffix]
    ]

    assert not faults, listed(faults)


def test_no_module_has_more_actions_than_one_module_should():
    counted = {
        module.name: len([path for path in module.glob("actions/*.py") if is_action(path)])
        for module in domain_modules()
    }

    faults = [
        f"{name} has {count} actions, at most {ACTIONS}: it is two modules"
        for name, count in counted.items()
        if count > ACTIONS
    ]

    assert not faults, listed(faults)


def ceiling(path: Path) -> int:
    """How many lines a file may have."""
    if is_action(path):
        return ACTION
    if path.parent.name == "screens" or "screens" in path.parent.parts:
        return SCREEN if path.is_relative_to(ROOT / "src") else FILE
    if {path.stem, path.parent.name} & {"models", "queries"}:
        return MODELS_OR_QUERIES
    return FILE


def too_much(file: Source, function: Function) -> list[str]:
    """What is too much about a function; the actor and self are not counted among its arguments."""
    most = CHECK if "protocols" in file.path.parts and function.name.startswith("check_") else FUNCTION
    branches = sum(isinstance(node, BRANCHING) for node in ast.walk(function))
    given = function.args
    names = [one.arg for one in [*given.posonlyargs, *given.args, *given.kwonlyargs]]
    arguments = len([name for name in names if name not in {"self", "cls", "by"}])
    if file.path.parent == ROOT / "src/keyhouse/commands":
        arguments = 0  # the options of a command are what its users were promised
    measured = [
        ("lines", length(function), most),
        ("branches", branches, BRANCHES),
        ("arguments", arguments, ARGUMENTS),
    ]
    return [f"{file.name}: {function.name} has {n} {what}, at most {limit}" for what, n, limit in measured if n > limit]


def length(function: Function) -> int:
    """The lines of a function, decorators and docstring left out."""
    first = function.body[0]
    text = ast.get_docstring(function, clean=False)
    spoken = (first.end_lineno or 0) - first.lineno + 1 if text is not None else 0
    return (function.end_lineno or 0) - function.lineno + 1 - spoken
