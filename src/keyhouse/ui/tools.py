"""What a tool tells the frame: its name, its menu, its switcher and its search."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from keyhouse.foundation.permissions import ActorKind, Permission

Text = str | Promise


def everybody(request: HttpRequest) -> bool:
    """Show to everybody who is signed in."""
    actor = getattr(request, "actor", None)
    return actor is not None and actor.kind is not ActorKind.VISITOR


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the left navigation; it shows when its permission is held, or when `shown` says so.

    `section` is the small heading above it ("" for none). `url_name` may take arguments named in `takes`, which
    come from the address of the page that is open, and those in `fixed`. Pages whose name begins with `prefix`
    belong to this line too, as far as their arguments agree with `fixed`.
    """

    section: Text
    label: Text
    url_name: str
    icon: str = ""
    needs: Permission | None = None
    shown: Callable[[HttpRequest], bool] | None = None
    takes: Sequence[str] = ()
    fixed: Mapping[str, Any] = field(default_factory=dict)
    prefix: str = ""
    count: Callable[[HttpRequest], int] | None = None

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether the actor may open this page."""
        if self.shown is not None:
            return self.shown(request)
        actor = getattr(request, "actor", None)
        return actor is not None and (self.needs is None or self.needs in actor.permissions)

    def address(self, arguments: dict[str, Any]) -> str | None:
        """Give the address of the page, or None where an argument is missing on the page that is open."""
        if any(name not in arguments for name in self.takes):
            return None
        try:
            return reverse(self.url_name, kwargs={name: arguments[name] for name in self.takes} | dict(self.fixed))
        except NoReverseMatch:
            return None

    def is_current(self, name: str, arguments: dict[str, Any]) -> bool:
        """Say whether the page of this name and with these arguments belongs to this line."""
        named = name == self.url_name or (self.prefix != "" and name.startswith(self.prefix))
        return named and all(arguments.get(one) == value for one, value in self.fixed.items())


@dataclass(frozen=True, kw_only=True)
class PlaceOption:
    """One organization or portfolio that the switcher offers."""

    label: Text
    address: str
    is_current: bool = False


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the actor is: the open organization or portfolio, and the others she may switch to."""

    kind: Text
    label: Text
    options: Sequence[PlaceOption] = ()


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Something that waits for the actor: an icon of the top bar with a number, and the page that shows it."""

    icon: str
    label: Text
    count: int
    address: str


@dataclass(frozen=True, kw_only=True)
class Tool:
    """A tool as the frame shows it.

    `key` is the name of the package and of the address space; `place` names the open organization or portfolio;
    `search` is the name of the list that the search field of the top bar searches (parameter `q`); `alerts` makes
    the banners that concern everybody, as (tone, sentence, link label, address); `marks` counts what waits for the
    actor, for the top bar.
    """

    key: str
    label: Text
    home: str
    menu: Sequence[Entry] = ()
    opens_for: Callable[[HttpRequest], bool] = everybody
    place: Callable[[HttpRequest], Place | None] | None = None
    search: str = ""
    search_label: Text = ""
    search_takes: Sequence[str] = ()
    alerts: Callable[[HttpRequest], Sequence[tuple[str, Text, Text, str]]] | None = None
    marks: Callable[[HttpRequest], Sequence[Mark]] | None = None
    order: int = 9


def all_tools() -> list[Tool]:
    """List the tools that are installed, in the order of the switcher."""
    found = [getattr(config, "tool", None) for config in apps.get_app_configs()]
    return sorted((tool for tool in found if isinstance(tool, Tool)), key=lambda tool: tool.order)


def tool_named(key: str) -> Tool | None:
    """Find a tool by the name of its address space."""
    return next((tool for tool in all_tools() if tool.key == key), None)
