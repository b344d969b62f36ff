"""Names are text: whatever somebody is called, no page runs it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import httpx
import pytest

from tests.architecture.tree import listed
from tests.browser.looking import pages_from, sign_in
from tests.browsing import Surfer

Surfing = Callable[..., AbstractContextManager[Surfer]]
pytestmark = pytest.mark.browser

HIT = "document.documentElement.dataset.hit='yes'"
IMAGE = f'<img src=x onerror="{HIT}">'
SCRIPT = f'"><script>{HIT}</script>'
QUOTES = f"';{HIT};//\"onmouseover={HIT} {{{{7*7}}}}{{% now 'Y' %}}"
TABS = ("", "access/", "security/", "activity/", "provisioning/", "details/", "deactivation/")


@pytest.fixture(scope="module")
def hostile(demo: dict[str, Any]) -> str:
    """The id of a person all of whose texts are attacks, as an identity provider sends them."""
    body = {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": "hostile@acme.example",
        "externalId": SCRIPT,
        "name": {"givenName": IMAGE, "familyName": SCRIPT},
        "displayName": IMAGE + QUOTES,
        "title": SCRIPT,
        "phoneNumbers": [{"value": QUOTES, "type": "work"}],
        "active": True,
    }
    token = {"Authorization": f"Bearer {demo['scim']['token']}", "Content-Type": "application/scim+json"}
    answer = httpx.post(demo["scim"]["base_url"] + "/Users", json=body, headers=token)
    return str(answer.json()["id"])


def test_a_person_named_with_attacks_is_only_shown(hostile: str, demo: dict[str, Any], surfing: Surfing):
    """WEB-3: no page runs what a name holds, and every page shows it as it is."""
    with surfing() as ada:
        sign_in(ada, demo, "ada")
        pages = [f"{demo['base_url']}/admin-center/people/{hostile}/{tab}" for tab in TABS]
        pages.append(f"{demo['base_url']}/admin-center/people/?q=hostile")

        faults = [fault for address in pages for fault in faults_at(ada, address)]
        shown = ada.page.inner_text("main")

    assert not faults, listed(faults)
    assert IMAGE in shown and "{{7*7}}" in shown


def test_a_connection_named_with_attacks_is_only_shown(demo: dict[str, Any], surfing: Surfing):
    """WEB-3: the name of a connection is text on every page of Admin Center."""
    with surfing() as ada:
        sign_in(ada, demo, "ada")
        ada.page.goto(demo["base_url"] + "/admin-center/single-sign-on/adding/")
        ada.page.fill("input[name=name]", IMAGE + SCRIPT)
        ada.page.click("main form button[type=submit]")

        faults = [
            fault for address in pages_from(ada, demo["base_url"] + "/admin-center/") for fault in hits(ada, address)
        ]

    assert not faults, listed(faults)


def faults_at(surfer: Surfer, address: str) -> list[str]:
    """Open a page; what ran there, or was kept from running."""
    answer = surfer.page.goto(address)
    found = [] if answer is not None and answer.ok else [f"{address}: not opened"]
    return found + hits(surfer, address)


def hits(surfer: Surfer, address: str) -> list[str]:
    """What ran on the page that is open: nothing may, not even so that the policy has to stop it."""
    found = [f"{address}: it ran"] if surfer.page.evaluate("document.documentElement.dataset.hit || ''") else []
    found += [trouble for trouble in surfer.troubles if re.search("Content Security Policy|hit", trouble)]
    found += [f"{address}: an image of a name"] if surfer.page.locator("img[src='x']").count() else []
    surfer.troubles = []
    return found
