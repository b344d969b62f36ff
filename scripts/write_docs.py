"""Writes the pages of the docs that list what the code knows: settings, permissions, events, errors, commands."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
WRITTEN = "<!-- Written by `make fix` from the code; change it there. -->\n"


def main() -> None:
    """Write all pages, or with --check say which are out of date."""
    prepare()
    stale = [name for name, page in PAGES.items() if current(name) != page()]
    if "--check" in sys.argv:
        sys.exit(f"out of date, run make fix: {', '.join(stale)}" if stale else 0)
    for name in stale:
        (ROOT / name).write_text(PAGES[name]())
        print(f"wrote {name}")


def prepare() -> None:
    """Load the product, on a data folder of its own."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "keyhouse.settings")
    os.environ.setdefault("KEYHOUSE_DATA", tempfile.mkdtemp())
    sys.path.insert(0, str(ROOT / "src"))
    django.setup()


def current(name: str) -> str:
    """What a page says now."""
    path = ROOT / name
    return path.read_text() if path.exists() else ""


def settings() -> str:
    """The page of the settings."""
    from keyhouse.settings import Keyhouse

    rows = []
    for name, field in Keyhouse.model_fields.items():
        default = f"`{field.default}`" if field.default not in ("", None) else "empty"
        rows.append(f"| `KEYHOUSE_{name.upper()}` | {default} | {field.description} |")
    return page(
        "Settings", "Environment variables; what is not set has its default.", "| name | default | what it is |", rows
    )


def permissions() -> str:
    """The page of the permissions."""
    from keyhouse.foundation.permissions import Permission

    rows = [f"| `{one.value}` | {one.sentence} |" for one in Permission]
    return page(
        "Permissions",
        "What an actor may do in Keyhouse; the name is that of APIs and logs.",
        "| name | what it allows |",
        rows,
    )


def events() -> str:
    """The page of the events."""
    from keyhouse.foundation.audit import Event

    rows = [f"| `{tag}` | {kind.title} | {kind.sentence} |" for tag, kind in sorted(Event.known.items()) if ours(kind)]
    return page("Events", "What the security log can say.", "| tag | title | sentence |", rows)


def errors() -> str:
    """The page of the refusals."""
    from keyhouse.foundation.errors import BrokenRule

    load_all("errors")
    found = {kind.code: kind for kind in descendants(BrokenRule) if ours(kind) and "code" in vars(kind)}
    rows = [f"| `{code}` | {kind.message} |" for code, kind in sorted(found.items())]
    return page("Refusals", "Each refusal shows its code; search it here.", "| code | sentence |", rows)


def addresses() -> str:
    """The page of the addresses, with what each needs."""
    from django.urls import get_resolver

    rows = [f"| `/{address}` | {need} |" for address, need in sorted(walk(get_resolver()))]
    sentence = "Every address, with the permission that decides whether it is shown; what needs a token says so itself."
    return page("Addresses", sentence, "| address | needs |", rows)


def commands() -> str:
    """The page of the command line."""
    import typer

    from keyhouse.commands import COMMANDS

    app = typer.Typer()
    for one in COMMANDS:
        app.command()(one)
    group = typer.main.get_command(app)
    parts = ["# Commands", "", "`keyhouse <command> --help` says the same.", WRITTEN]
    for name, command in getattr(group, "commands", {}).items():
        help_text = " ".join((command.help or "").split())
        parts += [f"## keyhouse {name}", "", help_text, "", "| option | what it does |", "|---|---|"]
        parts += [f"| `{' '.join(one.opts)}` | {getattr(one, 'help', None) or ''} |" for one in command.params]
        parts.append("")
    return "\n".join(parts)


def asset_type(code: str) -> str:
    """The page of one type of asset: its tasks, and what each brings with it."""
    from keyhouse.domain.assets.rules import tasks
    from keyhouse.domain.assets.rules.types import TYPES

    kind = TYPES[code]
    rows = []
    for one in (*kind.partial, kind.full):
        brought = [str(two.label) for two in kind.partial if two is not one and tasks.closure(kind, one.bit) & two.bit]
        rows.append(f"| {one.label} | `{one.name}` | {'everything' if one is kind.full else ', '.join(brought)} |")
    shared = "They can be shared with partners." if kind.shareable else "They can't be shared with partners."
    holders = " With full control of one, a person may assign others to it." if kind.by_holders else ""
    sentence = (
        f"What may be done with each; how to add, assign and remove them says [Assets](assets.md). {shared}{holders}"
    )
    text = page(str(kind.title), sentence, "| task | name in APIs | brings with it |", rows)
    return text.replace(WRITTEN, "")


def asset_pages() -> dict[str, Callable[[], str]]:
    """The pages of the types of assets; their names are those of the menu."""
    names = {"page": "pages", "line_of_business": "line-of-business", "pixel": "datasets-and-pixels"}
    codes = [
        "page",
        "ad_account",
        "app",
        "instagram_account",
        "line_of_business",
        "whatsapp_account",
        "commerce_account",
        "catalog",
        "pixel",
        "offline_event_set",
        "custom_conversion",
        "event_source_group",
        "audience",
        "domain",
        "block_list",
    ]
    slugs = {code: names.get(code, code.replace("_", "-") + "s") for code in codes}
    return {f"docs/guide/business-manager/{slugs[code]}.md": partial(asset_type, code) for code in codes}


def walk(resolver: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """All addresses below a resolver, each with its need in words."""
    for one in resolver.url_patterns:
        address = before + str(one.pattern)
        if hasattr(one, "url_patterns"):
            yield from walk(one, address)
        else:
            yield address, in_words(getattr(one.callback, "needs", None))


def in_words(need: Any) -> str:
    """A permission's name, several of which one is enough, or what is needed instead."""
    if isinstance(need, list | tuple):
        return f"one of {len(need)} permissions" if len(need) > 4 else " or ".join(in_words(one) for one in need)
    if need is None:
        return "what its protocol says"
    return f"`{need.value}`" if isinstance(need, str) else need.value.replace("_", " ")


def ours(kind: type) -> bool:
    """Whether a class belongs to the product and not to a test."""
    return kind.__module__.startswith("keyhouse.")


def load_all(drawer: str) -> None:
    """Import one drawer of every part of the product."""
    import importlib

    for path in sorted((ROOT / "src/keyhouse").rglob("*.py")):
        if path.stem == drawer or path.parent.name == drawer:
            name = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
            importlib.import_module(name.removesuffix(".__init__"))


def descendants(kind: type) -> list[type]:
    """All classes below a class."""
    return [one for child in kind.__subclasses__() for one in (child, *descendants(child))]


def page(title: str, sentence: str, head: str, rows: list[str]) -> str:
    """A page with one table."""
    line = "|" + "---|" * (head.count("|") - 1)
    return "\n".join([f"# {title}", "", sentence, WRITTEN, head, line, *rows, ""])


PAGES: dict[str, Callable[[], str]] = {
    "docs/operate/settings.md": settings,
    "docs/operate/addresses.md": addresses,
    "docs/operate/commands.md": commands,
    "docs/guide/permissions.md": permissions,
    "docs/guide/events.md": events,
    "docs/guide/refusals.md": errors,
    **asset_pages(),
}

if __name__ == "__main__":
    main()
