"""The one way out: it reaches what is public or listed, nothing else, and never waits or reads for ever."""

import ipaddress
import time

import pytest

from keyhouse.foundation import outbound
from keyhouse.foundation.outbound import Unreachable, rules


def test_a_listed_host_and_port_passes_and_the_next_port_does_not(web, allow):
    """WEB-2: the operator lists host:port, for which http is permitted too."""
    allow(f"127.0.0.1:{web.server_port}")

    assert outbound.get(f"http://{web.place}/document") == b"document"
    with pytest.raises(Unreachable, match="only https"):
        outbound.get(f"http://127.0.0.1:{web.server_port + 1}/document")


def test_a_listed_network_passes(web, allow):
    allow("127.0.0.0/8")

    assert outbound.get(f"http://{web.place}/document") == b"document"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0.0.0.0"]
)
def test_nothing_on_this_machine_or_network_is_reached(web, host):
    """WEB-2: private, loopback and link-local addresses are refused in all their forms."""
    for scheme in ("http", "https"):
        with pytest.raises(Unreachable):
            outbound.get(f"{scheme}://{host}:{web.server_port}/document")

    assert web.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:a00:1::",
        "fe80::1%eth0",
        "192.0.2.1",
        "2001:db8::1",
    ],
)
def test_these_addresses_are_not_public(address):
    """WEB-2: IPv6 forms that carry an IPv4 address count as little as the address."""
    assert not rules.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_these_addresses_are_public(address):
    assert rules.is_public(ipaddress.ip_address(address))


def test_a_name_that_changes_its_answer_reaches_only_the_address_that_was_checked(web, zone, allow):
    """WEB-2: the name is resolved once, the address is pinned."""
    allow("127.0.0.0/8")
    zone.answers["idp.acme.example", "A"] = [["127.0.0.1"], ["10.0.0.9"]]

    assert outbound.get(f"http://idp.acme.example:{web.server_port}/document") == b"document"

    assert web.asked == [("/document", f"idp.acme.example:{web.server_port}")]
    assert zone.questions.count(("idp.acme.example", "A")) == 1


def test_a_name_with_one_address_that_is_not_allowed_is_refused(web, zone):
    zone.answers["idp.rival.example", "A"] = [["93.184.216.34", "127.0.0.1"]]

    with pytest.raises(Unreachable, match="public internet"):
        outbound.get(f"https://idp.rival.example:{web.server_port}/document")


def test_a_redirect_is_not_followed(web, allow):
    allow(web.place)

    answer = outbound.request("GET", f"http://{web.place}/redirect")
    with pytest.raises(Unreachable, match="status 302"):
        outbound.get(f"http://{web.place}/redirect")

    assert answer.status == 302
    assert {path for path, _ in web.asked} == {"/redirect"}


@pytest.mark.parametrize("path", ["/slow", "/slow-head"])
def test_a_slow_answer_ends_at_its_time(web, allow, path):
    allow(web.place)
    begun = time.monotonic()

    with pytest.raises(Unreachable, match="too long"):
        outbound.get(f"http://{web.place}{path}", seconds=0.4)

    assert time.monotonic() - begun < 2


def test_an_endless_answer_ends_at_its_size(web, allow):
    allow(web.place)

    with pytest.raises(Unreachable, match="too large"):
        outbound.get(f"http://{web.place}/endless", max_bytes=50_000)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "acme.example",
        "file:///etc/passwd",
        "ftp://acme.example/",
        "gopher://acme.example/",
        "https://",
        "https://a b/",
        "https://user:secret@acme.example/",
        "https://acme.example:99999/",
        "https://acme.example/\r\nHost: x",
        "https:\\\\acme.example",
    ],
)
def test_what_is_not_a_plain_web_address_is_refused(url):
    with pytest.raises(Unreachable) as refusal:
        outbound.get(url)

    assert "secret" not in str(refusal.value) or "user:secret" not in url


def test_a_refused_connection_is_told_without_the_path(web, allow):
    """Part of WEB-7: the path of an address may hold a secret."""
    allow("127.0.0.1:1")

    with pytest.raises(Unreachable, match=r"127\.0\.0\.1:1 couldn't be reached") as refusal:
        outbound.get("http://127.0.0.1:1/hook/hidden")

    assert "hidden" not in str(refusal.value)


def test_txt_records_are_read_from_the_name_server_of_the_settings(zone):
    zone.answers["_keyhouse.acme.example", "TXT"] = [["keyhouse-verification=abc"]]

    assert outbound.txt_records("_keyhouse.acme.example") == ["keyhouse-verification=abc"]
    assert outbound.txt_records("_keyhouse.rival.example") == []


def test_a_silent_name_server_is_said_to_be_silent(allow, monkeypatch):
    allow(dns_server="127.0.0.1:1")
    monkeypatch.setattr("keyhouse.foundation.outbound.names.SECONDS", 0.3)

    with pytest.raises(Unreachable, match="name server"):
        outbound.txt_records("acme.example")
