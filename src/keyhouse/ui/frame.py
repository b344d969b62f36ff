"""The frame around a page: tools, switcher, menu, search, help and account, as this actor may see them."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from keyhouse.ui.tools import Mark, Place, Text, Tool, all_tools, tool_named
from keyhouse.ui.whereabouts import NOWHERE, Whereabouts

THEMES = ("light", "dark")
THEME_COOKIE = "kh_theme"


@dataclass(frozen=True, kw_only=True)
class MenuLine:
    """A line of the menu, ready to draw."""

    label: Text
    address: str
    icon: str
    is_current: bool
    count: int


@dataclass(frozen=True, kw_only=True)
class ToolLink:
    """A tool in the switcher."""

    label: Text
    address: str
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class Frame:
    """All that a layout needs to draw the frame."""

    theme: str = ""
    tool: Tool | None = None
    tools: list[ToolLink] = field(default_factory=list)
    sections: list[tuple[Text, list[MenuLine]]] = field(default_factory=list)
    place: Place | None = None
    search_address: str = ""
    help_address: str = "/help/"
    actor: Any = None
    here: Whereabouts = field(default_factory=Whereabouts)
    alerts: list[Any] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def frame_for(request: HttpRequest) -> Frame:
    """Build the frame of the page that is open."""
    match = request.resolver_match
    tool = tool_named(match.app_name) if match and match.app_name else None
    arguments = dict(match.kwargs) if match else {}
    actor, here = getattr(request, "actor", None), getattr(request, "here", NOWHERE)
    if tool is None:
        return Frame(theme=theme_of(request), tools=_tools(request, None), actor=actor, here=here)
    return Frame(
        theme=theme_of(request),
        tool=tool,
        tools=_tools(request, tool),
        sections=_sections(request, tool, arguments),
        place=tool.place(request) if tool.place and actor else None,
        search_address=_search_address(tool, arguments),
        help_address=_help_address(request, tool),
        actor=actor,
        here=here,
        alerts=list(tool.alerts(request)) if tool.alerts and actor else [],
        marks=list(tool.marks(request)) if tool.marks and actor else [],
    )


def theme_of(request: HttpRequest) -> str:
    """Give the theme the person chose, or nothing where the system decides."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else ""


def _tools(request: HttpRequest, current: Tool | None) -> list[ToolLink]:
    links = []
    for tool in all_tools():
        if not tool.home or not tool.opens_for(request):
            continue
        try:
            address = reverse(tool.home)
        except NoReverseMatch:
            continue
        links.append(ToolLink(label=tool.label, address=address, is_current=tool is current))
    return links


def _sections(request: HttpRequest, tool: Tool, arguments: dict[str, Any]) -> list[tuple[Text, list[MenuLine]]]:
    name = request.resolver_match.view_name if request.resolver_match else ""
    lines = []
    for entry in tool.menu:
        address = entry.address(arguments)
        if address is None or not entry.is_shown(request):
            continue
        here = entry.is_current(name, arguments)
        count = entry.count(request) if entry.count else 0
        line = MenuLine(label=entry.label, address=address, icon=entry.icon, is_current=here, count=count)
        lines.append((entry.section, line))
    return [(section, [line for _, line in group]) for section, group in groupby(lines, key=lambda pair: pair[0])]


def _search_address(tool: Tool, arguments: dict[str, Any]) -> str:
    if not tool.search or any(name not in arguments for name in tool.search_takes):
        return ""
    try:
        return reverse(tool.search, kwargs={name: arguments[name] for name in tool.search_takes})
    except NoReverseMatch:
        return ""


def _help_address(request: HttpRequest, tool: Tool) -> str:
    """Point at the page of the guide: /help/<tool>/<first word of the address that is no id>/."""
    if tool.key == "help":
        return "/help/"
    words = [word for word in request.path.strip("/").split("/") if word and not word.isdigit()]
    return "/help/" + "/".join([tool.key.replace("_", "-"), *words[1:2]]) + "/"
