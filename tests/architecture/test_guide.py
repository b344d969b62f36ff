"""The docs keep up with the product: each word, setting, permission, event, error, command and screen has its entry."""

from __future__ import annotations

import re

import pytest
from django.apps import apps

from scripts import pictures, write_docs
from tests.architecture.tree import ROOT, SOURCE, listed

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


@pytest.mark.parametrize("name", sorted(write_docs.PAGES))
def test_the_pages_written_from_code_are_up_to_date(name: str):
    assert write_docs.current(name) == write_docs.PAGES[name](), "run make fix"


def test_every_screen_has_its_page_in_the_guide():
    screens = [path for path in SOURCE.glob("tools/*/screens/*.py") if path.name != "__init__.py"]
    pages = " ".join(f"{path} {path.read_text()}" for path in (ROOT / "docs/guide").rglob("*.md"))
    named = {f"{path.parts[-3]}/{path.stem}" for path in screens}

    faults = sorted(name for name in named if name not in pages and f"guide/{name.replace('_', '-')}.md" not in pages)

    assert not faults, (
        f"a page is docs/guide/<tool>/<screen>.md, or names the screen as `tool/screen`: {listed(faults)}"
    )


def test_every_link_between_the_docs_leads_somewhere():
    pages = [path for path in ROOT.glob("**/*.md") if not {".venv", "node_modules"} & set(path.parts)]

    faults = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in pages
        for link in re.findall(r"\]\((?!https?:|#|mailto:|/)([^)#]+)(?:#[^)]*)?\)", page.read_text())
        if not (page.parent / link).exists()
    ]

    assert not faults, listed(faults)


def test_every_picture_of_the_guide_is_there_and_is_shown():
    asked = {one.file.relative_to(ROOT).as_posix() for one in pictures.wanted()}
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/guide").rglob("pictures/*")}

    assert there == asked, "make pictures takes those that are missing"


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
