"""Every address says what it needs, and the list of addresses is the one that was reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.tree import listed


def test_every_page_says_what_it_needs():
    faults = [address for address, pattern in routes() if of_a_tool(pattern) and not hasattr(pattern.callback, "needs")]

    assert not faults, listed(faults)


def test_no_two_pages_have_one_address():
    addresses = [address for address, _ in routes() if not address.startswith("/api/v1/")]  # there, one for each method

    faults = sorted({address for address in addresses if addresses.count(address) > 1})

    assert not faults, listed(faults)


def of_a_tool(pattern: URLPattern) -> bool:
    """Whether people see what is at the address; machines bring a token instead."""
    return pattern.callback.__module__.startswith(("keyhouse.tools", "keyhouse.ui"))


def routes(resolver: URLResolver | None = None, before: str = "/") -> Iterator[tuple[str, URLPattern]]:
    """All addresses of the product."""
    for one in (resolver or get_resolver()).url_patterns:
        address = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one, address)
        else:
            yield address, one
