"""Single sign-on in a real browser: provider on `localhost`, Keyhouse on `127.0.0.1`; the post is cross-site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, Route

from tests.browsing import Surfer
from tests.peers.saml_idp import SamlIdp, running_idp
from tests.serving import Installation

Surfing = Callable[..., AbstractContextManager[Surfer]]
pytestmark = [pytest.mark.browser, pytest.mark.peer]
ADA = "ada@acme.example"


@pytest.fixture(scope="module")
def idp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SamlIdp]:
    """The identity provider."""
    with running_idp(tmp_path_factory.mktemp("idp")) as running:
        yield running


@pytest.fixture(scope="module")
def house(idp: SamlIdp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Keyhouse with the organization Acme, whose domain leads to the provider; Erin is invited."""
    folder = tmp_path_factory.mktemp("house")
    installation = Installation(Path(folder), OUTBOUND_ALLOW=idp.place)
    made = installation.bootstrap(
        "--organization", "Acme", "--admin", ADA, "--verified-domain", "acme.example",
        "--saml-metadata", idp.metadata_url,
    )  # fmt: skip
    installation.serve()
    provision(installation, made["scim"], "erin@acme.example")
    yield installation
    installation.end()


def provision(installation: Installation, scim: dict[str, str], email: str) -> None:
    """Create a person as an identity provider does."""
    answer = httpx.post(
        f"{scim['base_url']}/Users",
        headers={"Authorization": f"Bearer {scim['token']}"},
        json={
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "userName": email,
            "emails": [{"value": email, "primary": True}],
            "name": {"givenName": "Erin", "familyName": "Frost"},
            "active": True,
        },
        trust_env=False,
    )
    assert answer.status_code == 201, answer.text


def to_the_provider(page: Page, house: Installation, email: str) -> None:
    """Type an address at the sign-in page, and go on to the provider."""
    page.goto(f"{house.url}/sign-in")
    page.get_by_label("Email").fill(email)
    page.get_by_role("button", name="Next").click()
    page.wait_for_url("http://localhost:*/sso**")


def sign_in_there(page: Page, email: str) -> None:
    """Sign in at the provider, which posts its answer to Keyhouse."""
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill("any")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("http://127.0.0.1:*/**")


def stop_at_the_finish(route: Route, handles: list[str]) -> None:
    """Let the answer through, and keep the browser from following to the finish."""
    handles.append(route.fetch(max_redirects=0).headers["location"])
    route.fulfill(status=200, body="stopped")


def cookie_names(page: Page) -> set[str]:
    """The cookies of a browser."""
    return {str(cookie["name"]) for cookie in page.context.cookies()}


def test_an_invited_person_is_active_by_her_first_sign_in_across_sites(house: Installation, surfing: Surfing):
    """SAML-8: the cookie of the browser is compared at the finish, where it comes along."""
    with surfing() as her:
        to_the_provider(her.page, house, "erin@acme.example")
        sign_in_there(her.page, "erin@acme.example")

        assert her.page.get_by_role("heading", name="Your work account is active").is_visible()
        assert "kh_session" in cookie_names(her.page)
        assert "kh_sign_on" not in cookie_names(her.page)
        assert not [trouble for trouble in her.troubles if house.url in trouble]


def test_the_handle_of_another_browser_opens_nothing(house: Installation, surfing: Surfing):
    """SAML-8: Erin's handle, opened in Mallory's browser."""
    with surfing() as her, surfing() as mallory:
        to_the_provider(her.page, house, "erin@acme.example")
        handles: list[str] = []
        her.page.route("**/acs", lambda route: stop_at_the_finish(route, handles))
        sign_in_there(her.page, "erin@acme.example")

        to_the_provider(mallory.page, house, "erin@acme.example")
        mallory.page.goto(house.url + handles[0])

        assert "Support code" in mallory.page.content()
        assert "kh_session" not in cookie_names(mallory.page)
        her.page.goto(house.url + handles[0])
        assert "kh_session" in cookie_names(her.page)


def test_somebody_whom_nobody_knows_sees_one_sentence_and_a_code(house: Installation, surfing: Surfing):
    with surfing() as nobody:
        to_the_provider(nobody.page, house, "erin@acme.example")
        sign_in_there(nobody.page, "stranger@acme.example")

        page = nobody.page.content()
        assert "You couldn't be signed in" in page.replace("&#x27;", "'")
        assert "stranger" not in page
