"""How a page is looked at: wide and narrow, light and dark, with an ear for errors and an eye for barriers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browsing import NARROW, WIDE, Surfer

WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
LINKS = "() => [...document.querySelectorAll('a[href]:not([download])')].map(link => link.href)"
NOT_PAGES = re.compile(r"/sign-out|/export|\.csv|\.json|/static/|/metadata|format=")
MOST = 150


def pages_from(surfer: Surfer, start: str) -> Iterator[str]:
    """Walk all pages that can be reached by links, one of each kind; the surfer's page shows the one yielded."""
    home = urlsplit(start)
    waiting, seen = [start], {kind_of(start)}
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        answer = surfer.page.goto(address)
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        yield address
        for link in surfer.page.evaluate(LINKS):
            parts = urlsplit(link)
            if parts.netloc == home.netloc and not NOT_PAGES.search(link) and kind_of(link) not in seen:
                seen.add(kind_of(link))
                waiting.append(link.split("#")[0])


def kind_of(address: str) -> str:
    """An address without what changes from row to row."""
    return re.sub(r"\d{6,}", "<id>", urlsplit(address).path)


def faults_of(surfer: Surfer) -> list[str]:
    """What is wrong with the page that is open, in both widths and both themes."""
    page, found = surfer.page, list(surfer.troubles)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            where = f"{kind_of(page.url)} {theme} {size['width']}"
            found += [f"{where}: {fault}" for fault in faults_at(page)]
    page.set_viewport_size(WIDE)
    surfer.troubles.clear()  # the examination itself tries inline styles, which the page's policy refuses
    return found


def faults_at(page: Page) -> list[str]:
    """What is wrong at the present width, in the present theme."""
    too_wide = page.evaluate(WIDER)
    found = [f"scrolls sideways by {too_wide} px"] if too_wide > 0 else []
    for violation in Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response["violations"]:
        places = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
        found.append(f"axe {violation['id']}: {places}")
    return found
