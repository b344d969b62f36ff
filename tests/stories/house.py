"""A house to tell a story in: a running Keyhouse, an identity provider, a SCIM client, mail, people with browsers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import httpx
import pyotp
import pytest
from playwright.sync_api import Page

from tests.browsing import Surfer
from tests.peers.saml_idp import SamlIdp, running_idp
from tests.serving import Inbox, Installation

PASSWORD = "a bicycle shed painted green in 1987"


@dataclass(kw_only=True)
class House:
    """All that a story needs, running."""

    keyhouse: Installation
    idp: SamlIdp
    inbox: Inbox
    made: dict[str, Any]
    surfing: Callable[..., AbstractContextManager[Surfer]]
    stack: ExitStack
    facts: dict[str, Any] = field(default_factory=dict)
    surfers: dict[str, Surfer] = field(default_factory=dict)

    def page_of(self, name: str) -> Page:
        """The page that somebody has open in a browser of her own."""
        if name not in self.surfers:
            self.surfers[name] = self.stack.enter_context(self.surfing())
        return self.surfers[name].page

    def opens(self, name: str, address: str) -> Page:
        """Somebody opens an address of Keyhouse."""
        page = self.page_of(name)
        page.goto(self.keyhouse.url + address)
        return page

    @cached_property
    def scim(self) -> Any:
        """The identity provider's SCIM client, which we did not write."""
        httpx2 = pytest.importorskip("httpx2")
        engine = pytest.importorskip("scim2_client.engines.httpx2")
        headers = {"Authorization": f"Bearer {self.made['scim']['token']}"}
        client = httpx2.Client(base_url=self.made["scim"]["base_url"], headers=headers, timeout=30)
        found = engine.SyncSCIMClient(client)
        found.discover()
        return found

    @property
    def portfolio(self) -> str:
        """The address of Spring campaign in Business Manager."""
        (portfolio,) = self.made["portfolios"]
        return f"/business-manager/{portfolio['id']}"

    def may(self, person: str, task: str, asset: str) -> bool:
        """Ask, as a shop would, whether a person may do a task with an ad account."""
        (shop,) = self.made["integrations"]
        question = {
            "subject": {"type": "person", "id": person},
            "action": {"name": task},
            "resource": {"type": "ad_account", "id": asset},
        }
        answer = httpx.post(
            f"{self.keyhouse.url}/access/v1/evaluation",
            json=question,
            headers={"Authorization": f"Bearer {shop['token']}"},
            trust_env=False,
            timeout=20,
        )
        assert answer.status_code == 200, answer.text
        return bool(answer.json()["decision"])


@pytest.fixture
def house(tmp_path: Path, inbox: Inbox, surfing: Callable[..., Any]) -> Iterator[House]:
    """Acme, set up without a browser: its domain, its admin Ada, a portfolio, single sign-on, a shop that may ask."""
    with running_idp(tmp_path / "idp") as idp, ExitStack() as stack:
        settings = {"SMTP_URL": inbox.url, "MAIL_FROM": "keyhouse@acme.example", "OUTBOUND_ALLOW": idp.place}
        keyhouse = Installation(tmp_path, **settings)
        made = keyhouse.bootstrap(
            *("--organization", "Acme", "--admin", "ada@acme.example", "--verified-domain", "acme.example"),
            *("--portfolio", "Spring campaign", "--saml-metadata", idp.metadata_url, "--integration", "shop=decide"),
        )
        keyhouse.serve()
        stack.callback(keyhouse.end)
        yield House(keyhouse=keyhouse, idp=idp, inbox=inbox, made=made, surfing=surfing, stack=stack)


def code_of(page: Page) -> str:
    """The number that an authenticator app shows for the secret on this page."""
    secret = page.locator("details [data-copy]").first.get_attribute("data-copy")
    return pyotp.TOTP(secret).now()
