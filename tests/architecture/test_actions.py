"""An action has one form: one function named as its file, one transaction, allow first, a record, and a test file."""

from __future__ import annotations

import ast

from tests.architecture.tree import ROOT, Source, actions, calls, listed, sources, without_docstring

AUTHORIZE = {"authorize", "permissions.authorize"}
RECORD = {"record", "audit.record"}


def test_an_action_file_holds_one_public_function_named_as_the_file():
    faults = [file.name for file in actions() if [one.name for one in file.public_functions()] != [file.path.stem]]

    assert not faults, listed(faults)


def test_an_action_is_exactly_one_transaction():
    faults = [file.name for file in actions() if decorators(file) != ["transaction.atomic"]]

    assert not faults, listed(faults)


def test_an_action_takes_keywords_only_and_who_acts_comes_first():
    faults = [file.name for file in actions() if not takes_keywords(file)]

    assert not faults, listed(faults)


def test_an_action_asks_whether_it_is_allowed_before_anything_else():
    faults = [file.name for file in actions() if not allows_first(file)]

    assert not faults, listed(faults)


def test_an_action_leaves_a_line_in_the_audit_log():
    by_itself = {file.path.stem for file in actions() if RECORD & set(calls(file.tree))}

    faults = [file.name for file in actions() if file.path.stem not in by_itself and not steps_of(file) & by_itself]

    assert not faults, listed(faults)


def test_an_action_has_a_test_file_of_its_name():
    names = {file.path.name for file in sources("tests")}

    faults = [file.name for file in actions() if f"test_{file.path.stem}.py" not in names]

    assert not faults, listed(faults)


def test_the_actions_of_a_module_are_all_listed():
    faults = [
        f"{file.path.parent.relative_to(ROOT)}/__init__.py does not list {file.path.stem}"
        for file in actions()
        if f"import {file.path.stem}" not in (file.path.parent / "__init__.py").read_text()
    ]

    assert not faults, listed(faults)


def the_function(file: Source) -> ast.FunctionDef | None:
    """The function named as its file."""
    found = [one for one in file.public_functions() if one.name == file.path.stem]
    return found[0] if found and isinstance(found[0], ast.FunctionDef) else None


def decorators(file: Source) -> list[str]:
    function = the_function(file)
    return [ast.unparse(one) for one in function.decorator_list] if function else []


def takes_keywords(file: Source) -> bool:
    function = the_function(file)
    if function is None:
        return False
    given = function.args
    return not given.posonlyargs and not given.args and bool(given.kwonlyargs) and given.kwonlyargs[0].arg == "by"


def allows_first(file: Source) -> bool:
    """The first paragraph ends with authorize; what it needs may be looked up there by a query."""
    function = the_function(file)
    if function is None:
        return False
    for statement in without_docstring(function):
        if AUTHORIZE & set(calls(statement)):
            return True
        if not isinstance(statement, ast.Assign | ast.AnnAssign):
            return False
    return False


def steps_of(file: Source) -> set[str]:
    """The last names of all that a process calls: each step records for itself."""
    return {name.rsplit(".", 1)[-1] for name in calls(file.tree)}
