"""The first day: from an empty folder to a verified domain, and to the person who had to wait for it.

The domain that Ada names at the set-up is trusted at once; another one is only claimed until she proves it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.serving import Inbox, Installation, NameServer
from tests.stories.walks import activate

pytestmark = pytest.mark.story
LABS = "acme-labs.example"
BEN = f"ben@{LABS}"


@pytest.fixture
def keyhouse(tmp_path: Path, inbox: Inbox, name_server: NameServer) -> Iterator[Installation]:
    """Keyhouse on an empty folder, which sends real mail and asks a real name server."""
    dns = f"127.0.0.1:{name_server.port}"
    made = Installation(tmp_path, SMTP_URL=inbox.url, MAIL_FROM="keyhouse@acme.example", DNS_SERVER=dns)
    made.serve()
    yield made
    made.end()


def test_an_organization_is_set_up_and_proves_its_domain(
    keyhouse: Installation, inbox: Inbox, name_server: NameServer, surfing: Callable[..., Any]
):
    with surfing() as ada:
        page: Page = ada.page
        ada_follows_the_link_that_the_server_printed(page, keyhouse)
        she_creates_a_portfolio(page, keyhouse)
        she_claims_another_domain(page, keyhouse)
        she_invites_ben_who_must_wait_for_the_domain(page)
        she_proves_the_domain_by_a_record(page, keyhouse, name_server)

        assert "/invitations/" in inbox.link_for(BEN, "/invitations/")
        the_link_works_once(page, keyhouse)
        assert not ada.troubles


def ada_follows_the_link_that_the_server_printed(page: Page, keyhouse: Installation) -> None:
    page.goto(link_of(keyhouse))
    page.get_by_label("Organization").fill("Acme")
    page.get_by_label("Your first name").fill("Ada")
    page.get_by_label("Your last name").fill("Berg")
    page.get_by_label("Your email").fill("ada@acme.example")
    page.get_by_label("Email domain").fill("acme.example")
    page.get_by_role("button", name="Set up").click()
    activate(page)


def she_creates_a_portfolio(page: Page, keyhouse: Installation) -> None:
    page.goto(f"{keyhouse.url}/business-manager/portfolios/adding/")
    page.get_by_label("Name").first.fill("Spring campaign")
    page.get_by_role("button", name="Create business portfolio").click()
    page.wait_for_url(re.compile(r"/business-manager/\d+/"))


def she_claims_another_domain(page: Page, keyhouse: Installation) -> None:
    portfolio = page.url
    page.goto(f"{keyhouse.url}/admin-center/domain-verification/adding/")
    page.get_by_role("textbox", name="Domain").fill(LABS)
    page.get_by_role("button", name="Add domain").click()
    expect(page.get_by_role("main")).to_contain_text(f"Verify {LABS}")
    page.goto(portfolio)


def she_invites_ben_who_must_wait_for_the_domain(page: Page) -> None:
    """Some people couldn't be added: the reason and the way to mend it stand there, and she lets him wait."""
    portfolio = re.search(r".*/business-manager/\d+/", page.url)
    assert portfolio is not None
    page.goto(f"{portfolio[0]}people/inviting/")
    page.get_by_label("Email addresses").fill(BEN)
    page.get_by_role("button", name="Next").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("Some people couldn't be added")
    expect(main).to_contain_text(f"Verify the domain {LABS} first")
    page.get_by_label("Add when the domain is verified").check()
    page.get_by_role("button", name="keep 1 for later").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/people/**")


def she_proves_the_domain_by_a_record(page: Page, keyhouse: Installation, name_server: NameServer) -> None:
    """Domain verification shows a TXT record; the name server answers with it; the domain is Verified."""
    page.goto(f"{keyhouse.url}/admin-center/domain-verification/")
    page.get_by_role("row").filter(has_text=LABS).get_by_role("link", name="Verify").click()
    page.get_by_role("link", name="DNS TXT record").click()
    value = page.locator(".copy-value", has_text="keyhouse-domain-verification=").inner_text()
    name_server.records[LABS] = value
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_role("button", name="Check now").click()
    page.goto(f"{keyhouse.url}/admin-center/domain-verification/")
    expect(page.get_by_role("row").filter(has_text=LABS)).to_contain_text("Verified")


def the_link_works_once(page: Page, keyhouse: Installation) -> None:
    page.goto(link_of(keyhouse))
    expect(page.get_by_role("main")).to_contain_text("already used")


def link_of(keyhouse: Installation) -> str:
    """The set-up link that `keyhouse serve` printed."""
    found = re.search(r"http\S+/set-up/\S+", keyhouse.log.read_text())
    assert found is not None
    return found[0]
