"""Every page is tried by four: nobody, Mallory of another organization, Ben who may not, and Ada who may."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.architecture.tree import listed
from tests.tools.at_the_door import browser_of, pages, things_of, tried

OF_ACME = (b"ada@", b"ben@", b"erin@", b"dana@", b"acme-labs", b"Spring campaign", b"Acme Ads", b"Acme Bikes")
FINE = {200, 302, 303, 405}  # what only takes posts has its own test


@pytest.fixture
def addresses(cast: Any) -> list[str]:
    """The addresses of all pages that need a permission, with Acme's ids in them."""
    return sorted({address for page in pages() if (address := page.filled(things_of(cast)))})


def test_each_argument_of_a_page_is_tried_with_a_thing_of_acmes(cast: Any):
    missing = sorted({name for page in pages() for name in page.arguments} - set(things_of(cast)))

    assert not missing, f"things_of names nothing for {missing}"


def test_nobody_is_sent_to_sign_in(addresses: list[str]):
    answers = {address: tried(Client(), address) for address in addresses}

    faults = [f"{address}: {answer.status_code}" for address, answer in answers.items() if not leads_to_sign_in(answer)]

    assert not faults, listed(faults)


def test_mallory_finds_nothing_of_acmes_anywhere(addresses: list[str], cast: Any):
    """AUTH-1: what is Acme's is answered to another organization as if it did not exist."""
    hers = browser_of(cast.mallory)
    answers = {address: tried(hers, address) for address in addresses}

    faults = [f"{address}: {answer.status_code}" for address, answer in answers.items() if shows_acme(address, answer)]

    assert not faults, listed(faults)


def test_mallory_gets_the_answer_of_what_never_existed(addresses: list[str], cast: Any):
    hers = browser_of(cast.mallory)
    acmes = [page for page in pages() if page.arguments and page.filled(things_of(cast))]

    faults = [
        page.address
        for page in acmes
        if tried(hers, page.filled(things_of(cast))).status_code != tried(hers, page.filled(nothing())).status_code
    ]

    assert not faults, listed(faults)


def test_ben_is_refused_where_he_has_no_permission(cast: Any):
    his = browser_of(cast.ben)
    closed = [
        address
        for page in pages()
        if page.address.startswith("/admin-center/") and (address := page.filled(things_of(cast)))
    ]

    faults = [
        f"{address}: {status}" for address in closed if address and (status := tried(his, address).status_code) != 403
    ]

    assert not faults, listed(faults)


def test_ada_opens_every_page(addresses: list[str], cast: Any):
    hers = browser_of(cast.ada)

    faults = [f"{address}: {status}" for address in addresses if (status := hers.get(address).status_code) not in FINE]

    assert not faults, listed(faults)


def nothing() -> dict[str, Any]:
    """An id that nothing has, for each name in an address; a kind of identity provider is nobody's."""
    return {name: 999 for page in pages() for name in page.arguments} | {"provider": "okta"}


def leads_to_sign_in(answer: Any) -> bool:
    return answer.status_code in {302, 303} and answer["Location"].startswith("/sign-in")


def shows_acme(address: str, answer: Any) -> bool:
    """Whether a page tells another organization anything of Acme."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    found = any(part.isdigit() and len(part) > 9 for part in address.split("/"))
    return any(word in body for word in OF_ACME) or (found and answer.status_code not in {404, 405})
