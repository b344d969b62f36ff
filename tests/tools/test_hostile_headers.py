"""What a request says about its own address is not believed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.architecture.test_routes import routes
from tests.architecture.tree import listed
from tests.tools.at_the_door import ARGUMENT, browser_of, things_of

EVIL = "evil.example"
FORWARDED = {
    "HTTP_X_FORWARDED_HOST": EVIL,
    "HTTP_X_FORWARDED_PROTO": "https",
    "HTTP_X_FORWARDED_PORT": "444",
    "HTTP_FORWARDED": f"for=10.0.0.1;host={EVIL};proto=https",
    "HTTP_X_ORIGINAL_HOST": EVIL,
    "HTTP_X_HOST": EVIL,
}


@pytest.fixture
def addresses(cast: Any) -> list[str]:
    """Every plain address of the product, with Acme's ids and any text in it."""
    things = {**things_of(cast), "secret": "x" * 43, "path": ""}
    plain = [address for address, _ in routes() if not set("^(\\") & set(address)]
    return [ARGUMENT.sub(lambda found: str(things.get(found.group(1), 999)), address) for address in plain]


def test_a_request_for_another_host_is_refused_at_every_address(addresses: list[str]):
    """WEB-1: Host is on a list."""
    client = Client(raise_request_exception=False)
    answers = {address: client.get(address, HTTP_HOST=EVIL) for address in addresses}

    faults = [f"{address}: {answer.status_code}" for address, answer in answers.items() if answer.status_code != 400]

    assert not faults, listed(faults)


def test_forwarded_headers_of_anybody_change_no_link(addresses: list[str], cast: Any):
    """WEB-1: forwarded headers count only from configured proxies."""
    hers = browser_of(cast.ada)
    answers = {address: hers.get(address, **FORWARDED) for address in addresses}

    faults = [address for address, answer in answers.items() if EVIL in said(answer)]

    assert not faults, listed(faults)


def said(answer: Any) -> str:
    """All that an answer says: headers and body."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return f"{dict(answer.items())}{body.decode(errors='replace')}"
