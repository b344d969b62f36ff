"""How a page is looked at: wide and narrow, light and dark, with an ear for errors and an eye for barriers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browsing import NARROW, WIDE, Surfer

WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
LINKS = "() => [...document.querySelectorAll('a[href]:not([download])')].map(link => link.href)"
NOT_PAGES = re.compile(r"/sign-out|/export|\.csv|\.json|/static/|/metadata|format=")
MOST = 150
EXAMINED = (("light", WIDE), ("dark", NARROW))  # both themes and both widths, without every pair of them


def sign_in(surfer: Surfer, demo: dict[str, Any], who: str) -> None:
    """Sign in by a new one-time link from the demo's desk, whatever became of those that it printed at its start.

    The page of the link asks for a press of its button, so that no robot uses it.
    """
    surfer.page.goto(f"{demo['mail_url'].rstrip('/')}/people")
    surfer.page.locator(f"form[action='/people/{who}'] button").click()
    surfer.page.wait_for_url(f"{demo['base_url']}/sign-in/link/*")
    surfer.page.locator("main form").get_by_role("button").click()
    surfer.page.wait_for_url(lambda url: "/sign-in/" not in url)


def pages_from(surfer: Surfer, start: str) -> Iterator[str]:
    """Walk all pages that can be reached by links, one of each kind; the surfer's page shows the one yielded."""
    home = urlsplit(start)
    waiting, seen = [start], {kind_of(start)}
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        answer = surfer.page.goto(address)
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        if answer.status >= 400:
            surfer.troubles.append(f"{kind_of(address)}: a link leads here, and it answers {answer.status}")
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
    page = surfer.page
    page.wait_for_load_state()
    found = list(surfer.troubles)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            where = f"{kind_of(page.url)} {theme} {size['width']}"
            found += [f"{where}: scrolls sideways by {px} px" for px in [page.evaluate(WIDER)] if px > 0]
            if (theme, size) in EXAMINED:
                found += [f"{where}: {fault}" for fault in barriers(page)]
    page.set_viewport_size(WIDE)
    surfer.troubles.clear()  # the examination itself tries inline styles, which the page's policy refuses
    return found


def barriers(page: Page) -> list[str]:
    """What keeps somebody from using the page at the present width, in the present theme."""
    results = Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response["violations"]
    return [f"axe {one['id']}: {'; '.join(str(node['target']) for node in one['nodes'][:3])}" for one in results]
