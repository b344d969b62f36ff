"""The docs keep up with the product: words, settings, permissions, events, errors, commands and screens each have their entry."""

from __future__ import annotations

import re

from django.apps import apps

from tests.architecture.tree import ROOT, listed

WORDS = ROOT / "docs/guide/words.md"


def test_the_words_of_the_tables_are_in_the_glossary():
    known = WORDS.read_text().lower()
    names = [spaced(model.__name__) for model in apps.get_models() if model.__module__.startswith("keyhouse.domain")]

    faults = [
        name
        for name in names
        if not any(part in known for part in (name, name.rsplit(" ", 1)[0], name.split(" ", 1)[-1]))
    ]

    assert not faults, listed(faults)


def test_every_link_between_the_docs_leads_somewhere():
    pages = [path for path in ROOT.glob("**/*.md") if not {".venv", "node_modules"} & set(path.parts)]

    faults = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in pages
        for link in re.findall(r"\]\((?!https?:|#|mailto:|/)([^)#]+)(?:#[^)]*)?\)", page.read_text())
        if not (page.parent / link).exists()
    ]

    assert not faults, listed(faults)


def test_every_decision_has_its_five_paragraphs_on_one_page():
    parts = ("**Context.**", "**Decision.**", "**Consequences.**", "**Alternatives.**", "**Enforced by**")
    pages = {path.name: path.read_text() for path in (ROOT / "docs/decisions").glob("[0-9]*.md")}

    faults = [
        name for name, text in pages.items() if len(text.splitlines()) > 50 or any(part not in text for part in parts)
    ]

    assert not faults, listed(faults)


def spaced(name: str) -> str:
    """TaskGrant as task grant."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()
