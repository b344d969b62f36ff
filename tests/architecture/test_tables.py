"""Tables: foreign keys look down the list of modules, rows say whose they are, uses of `everywhere` are listed."""

from __future__ import annotations

import ast
import tomllib

import pytest
from django.apps import apps
from django.db import models

from tests.architecture.tree import ROOT, listed, sources

LISTED = ROOT / "tests/architecture/everywhere.toml"
INSTALLATION = {"foundation"}  # its tables belong to the installation, and it may name the organization, for tenancy


def test_foreign_keys_follow_the_contract_of_imports():
    order = domain_order()
    pairs = [
        (model, field.related_model) for model in our_models() for field in model._meta.fields if field.is_relation
    ]

    faults = [
        f"{model._meta.label} -> {other._meta.label}"
        for model, other in pairs
        if word(model) in order and word(other) in order and order.index(word(other)) < order.index(word(model))
    ]

    assert not faults, listed(faults)


def test_foundation_names_no_table_of_the_domain_but_the_organization():
    pairs = [
        (model, field.related_model) for model in our_models() for field in model._meta.fields if field.is_relation
    ]

    faults = [
        f"{model._meta.label} -> {other._meta.label}"
        for model, other in pairs
        if model.__module__.startswith("keyhouse.foundation")
        and other.__module__.startswith("keyhouse.domain")
        and other.__name__ != "Organization"
    ]

    assert not faults, listed(faults)


def test_every_table_of_the_domain_says_whose_its_rows_are():
    faults = [
        model._meta.label
        for model in our_models()
        if model.__module__.startswith("keyhouse.domain")
        and model.__name__ not in {"Organization", "SetUpLink"}
        and "organization_id" not in {field.attname for field in model._meta.fields}
    ]

    assert not faults, listed(faults)


def test_uses_of_everywhere_are_those_listed_by_name():
    expected = tomllib.loads(LISTED.read_text()) if LISTED.exists() else {}

    found = {file.name: len(reasons) for file in sources("src") if (reasons := everywhere(file.tree))}

    assert found == expected, f"each use is listed in {LISTED.name}, with the count of the file, and reviewed there"


def test_every_use_of_everywhere_gives_its_reason():
    faults = [file.name for file in sources("src") for reason in everywhere(file.tree) if not reason]

    assert not faults, listed(faults)


@pytest.mark.django_db
def test_the_migrations_make_the_tables_that_the_models_describe():
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("keyhouse.")]


def word(model: type[models.Model]) -> str:
    """The domain module of a model."""
    parts = model.__module__.split(".")
    return parts[2] if parts[1] == "domain" else ""


def domain_order() -> list[str]:
    """The modules of the domain from the top down, as contract 2 lists them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one.get("containers") == ["keyhouse.domain"])
    return [layer.strip("()") for layer in layers]


def everywhere(tree: ast.AST) -> list[str]:
    """The reasons given at each call of `.everywhere(…)`."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    uses = [node for node in found if node.func.attr == "everywhere"]
    return [" ".join(ast.unparse(word.value) for word in node.keywords if word.arg == "reason") for node in uses]
