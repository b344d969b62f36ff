"""Names: the tree is the table of contents of the product, and every file says what it is."""

from __future__ import annotations

import ast
import re

from tests.architecture.tree import ROOT, SOURCE, actions, listed, repository_files, sources

NO_SUBJECT = {
    "core",
    "common",
    "utils",
    "util",
    "helpers",
    "helper",
    "base",
    "misc",
    "services",
    "service",
    "managers",
    "lib",
    "shared",
}
NOT_OUR_WORDS = {
    "user",
    "users",
    "tenant",
    "tenants",
    "workspace",
    "member",
    "members",
    "entity",
    "entities",
    "item",
    "record",
}
WORDS_WITH_A_PLACE = {"system_user", "system_users", "group_member", "group_members", "asset_group_member"} | {
    "add_members",  # of a group, as the module says
    "remove_members",
    "expire_members",
}
NAMED_BY_DJANGO = {SOURCE / "foundation/sqlite/base.py"}  # a database backend has this module
AREAS = {"commands", "demo", "tools", "endpoints", "ui", "domain", "foundation", "protocols"}


def test_no_file_or_folder_is_named_for_nothing():
    files = [path for path in repository_files() if path.is_relative_to(ROOT / "src") and path.suffix == ".py"]

    faults = [
        str(path.relative_to(ROOT))
        for path in files
        if NO_SUBJECT & {*path.relative_to(SOURCE.parent).parts, path.stem} and path not in NAMED_BY_DJANGO
    ]

    assert not faults, listed(faults)


def test_the_tree_has_the_areas_of_the_house_style_and_no_others():
    present = {path.relative_to(SOURCE).parts[0] for path in repository_files() if path.is_relative_to(SOURCE)}

    folders = {name for name in present if (SOURCE / name).is_dir()}

    assert folders <= AREAS


def test_every_file_opens_with_one_line_that_says_what_it_is():
    found = [*sources("src"), *sources("tests"), *sources("scripts")]

    faults = [file.name for file in found if not opens_well(file.tree)]

    assert not faults, listed(faults)


def test_names_of_models_actions_and_screens_use_the_words_of_the_product():
    models = [
        (file, node.name) for file in sources("src/keyhouse/domain") if "models" in file.name for node in file.classes()
    ]
    verbs = [(file, file.path.stem) for file in actions()]
    screens = [(file, file.path.stem) for file in sources("src/keyhouse/tools") if file.path.parent.name == "screens"]

    faults = [f"{file.name}: {name}" for file, name in [*models, *verbs, *screens] if uses_other_words(name)]

    assert not faults, listed(faults)


def opens_well(tree: ast.Module) -> bool:
    """The docstring begins on the first line with a sentence of one line."""
    text = ast.get_docstring(tree, clean=False)
    return bool(text) and tree.body[0].lineno == 1 and not text.startswith("\n") and text.splitlines()[0].strip() != ""


def uses_other_words(name: str) -> bool:
    """Whether a name holds a word that the product does not use."""
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    for allowed in WORDS_WITH_A_PLACE:
        snake = snake.replace(allowed, "")
    return bool(NOT_OUR_WORDS & set(snake.split("_")))
