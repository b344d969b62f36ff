"""What every answer carries: no frames, no inline code, no cache, no referrer."""

import pytest
from django.test import Client

PAGES = ["/sign-in", "/nothing-here", "/activate/a-secret-of-a-link", "/admin-center/"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def browser():
    """A browser at the base address."""
    return Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)


@pytest.mark.parametrize("address", PAGES)
def test_no_page_can_be_framed_or_run_inline_code(browser, address):
    headers = browser.get(address).headers

    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["frame-ancestors"] == "'none'" and policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", PAGES)
def test_no_page_tells_its_address_or_is_kept(browser, address):
    """No referrer leaves a page, and no cache keeps one."""
    headers = browser.get(address).headers

    assert headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in headers.get("Cache-Control", "no-store")


def test_a_framed_address_is_answered_with_the_way_out(browser):
    """Sign-on.md 7.1: one tiny page without form or data, which alone may be framed."""
    response = browser.get("/activate/a-secret", headers={"sec-fetch-dest": "iframe"})

    shown = response.content.decode()
    assert "Open in a new window" in shown and 'target="_top"' in shown and "<form" not in shown
    assert "X-Frame-Options" not in response.headers
    assert "frame-ancestors" not in response.headers["Content-Security-Policy"]


def test_the_gallery_is_closed_unless_the_server_runs_for_development(browser):
    """The gallery is a page of the demo and of serve --dev."""
    assert browser.get("/-/gallery/").status_code == 404
