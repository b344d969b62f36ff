"""Names are text: whatever is in them, no page runs it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from tests.architecture.tree import listed
from tests.browser.looking import kind_of, pages_from, sign_in
from tests.browsing import Surfer

pytestmark = pytest.mark.browser
PAYLOADS = (
    "<script>window.owned = 1</script>",
    '"><img src=x onerror="window.owned = 1">',
    "'><svg/onload=window.owned=1>",
    "{{ 7 * 7 }}{% debug %}",
    "javascript:window.owned=1",
)


def test_a_person_named_with_a_payload_runs_nothing_on_any_page(
    demo: dict[str, Any], surfing: Callable[..., AbstractContextManager[Surfer]]
):
    """WEB-3: no violation of the policy and no execution, on every page that Ada can reach."""
    for number, payload in enumerate(PAYLOADS):
        provision(demo, f"payload{number}@acme.example", payload)

    with surfing() as ada:
        ada.page.on("dialog", lambda dialog: ada.troubles.append(f"a dialog opened: {dialog.message}"))
        sign_in(ada, demo, "ada")
        ada.page.goto(f"{demo['base_url']}/admin-center/people/?q=payload0")
        expect(ada.page.get_by_text(PAYLOADS[0]).first).to_be_visible()
        faults = [
            f"{kind_of(address)}: {trouble}"
            for address in pages_from(ada, f"{demo['base_url']}/admin-center/people/?q=payload")
            for trouble in troubles_of(ada)
        ]

    assert not faults, listed(faults)


def provision(demo: dict[str, Any], email: str, name: str) -> None:
    """Let the identity provider create a person with this name."""
    answer = httpx.post(
        f"{demo['scim']['base_url']}/Users",
        headers={"Authorization": f"Bearer {demo['scim']['token']}"},
        json={
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "userName": email,
            "externalId": name,
            "displayName": name,
            "title": name,
            "name": {"givenName": name, "familyName": name},
            "active": True,
        },
        trust_env=False,
        timeout=20,
    )
    assert answer.status_code in {201, 409}, answer.text


def troubles_of(surfer: Surfer) -> list[str]:
    """What the page did that it should not; a link that leads nowhere is another test's."""
    ran = ["a payload ran"] if surfer.page.evaluate("() => 'owned' in window") else []
    counted = ["a template ran"] if ">49{" in surfer.page.content() else []
    heard = [one for one in surfer.troubles if "a link leads here" not in one]
    surfer.troubles.clear()
    return ran + counted + heard
