"""Takes the pictures of the guide anew: each page of the guide names its picture, who looks, and at which address.

A page asks for one by `![The list](pictures/people.webp)` with `<!-- ada /admin-center/people/ -->` on the line below.
"""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs/guide"
WANTED = re.compile(r"!\[[^\]]*\]\((pictures/[a-z-]+\.webp)\)\s*<!-- (\w+) (\S+) -->")
SIZE = {"width": 1280, "height": 800}
QUALITY = 78
CHROMIUM = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A picture that a page of the guide asks for."""

    file: Path
    who: str
    address: str


def wanted() -> Iterator[Wanted]:
    """The pictures that the pages ask for."""
    for page in sorted(GUIDE.rglob("*.md")):
        for file, who, address in WANTED.findall(page.read_text()):
            yield Wanted(file=page.parent / file, who=who, address=address)


def main() -> None:
    """Serve the demo, look at each page that is asked for, and keep what is seen."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "KEYHOUSE_DATA": f"{folder}/demo", "PYTHONPATH": str(ROOT / "src")}
        command = [
            sys.executable,
            "-m",
            "keyhouse",
            "demo",
            "--json",
            "--port",
            sys.argv[1] if sys.argv[1:] else "8123",
        ]
        served = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, text=True, cwd=folder, start_new_session=True
        )
        try:
            assert served.stdout is not None
            take_all(json.loads(served.stdout.readline()))
        finally:
            os.killpg(served.pid, signal.SIGTERM)
            served.wait()


def take_all(demo: dict[str, Any]) -> None:
    """Take every picture, each as the person who is named beside it."""
    everything = sorted(wanted(), key=lambda one: one.who)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        pages: dict[str, Page] = {}
        for one in everything:
            page = pages.get(one.who) or pages.setdefault(one.who, signed_in(browser, demo, one.who))
            take(page, demo, one)
            print(f"took {one.file.relative_to(ROOT)}")
        browser.close()


def signed_in(browser: Browser, demo: dict[str, Any], who: str) -> Page:
    """A browser of somebody of the cast; `nobody` is not signed in."""
    page = browser.new_context(viewport=SIZE).new_page()  # type: ignore[arg-type]  # a plain dictionary fits
    if who != "nobody":
        page.goto(demo["people"][who]["sign_in_link"])
        page.locator("main form").get_by_role("button").click()
        page.wait_for_url(lambda url: "/sign-in/" not in url)
    return page


def take(page: Page, demo: dict[str, Any], one: Wanted) -> None:
    """Look at one page and keep it; names in braces in an address are ids of the demo's cast."""
    ids = {name: person["id"] for name, person in demo["people"].items()}
    ids |= {name.split()[0].lower(): identifier for name, identifier in demo["portfolios"].items()}
    answer = page.goto(demo["base_url"] + one.address.format(**ids))
    if answer is None or answer.status != 200:
        sys.exit(f"{one.address} answers {answer.status if answer else 'nothing'}")
    one.file.parent.mkdir(exist_ok=True)
    Image.open(io.BytesIO(page.screenshot())).save(one.file, "WEBP", quality=QUALITY, method=6)


if __name__ == "__main__":
    main()
