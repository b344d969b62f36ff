"""The tokens of an integration open something from its networks alone, at every door; the log tells of others."""

import json

import pytest
from django.test import Client

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.connections.rules.integrations import comes_from
from keyhouse.domain.sign_in import hot_tokens, queries
from keyhouse.foundation.audit import queries as audit
from tests.endpoints.decisions.conftest import body, by_door, by_view, make_token

ONE = "/access/v1/evaluation"


@pytest.fixture
def limited(cast):
    """A token of an integration that calls from one network elsewhere."""
    secret = make_token(cast.acme, "decide", "accounts.manage", "people.view")
    Connection.objects.of(cast.acme).filter(kind="integration").update(allowed_networks=["203.0.113.0/24"])
    return secret


@pytest.mark.parametrize(
    ("networks", "ip", "fits"),
    [
        ((), "198.51.100.1", True),
        (("203.0.113.0/24",), "203.0.113.200", True),
        (("203.0.113.0/24",), "203.0.114.1", False),
        (("203.0.113.0/24",), "::ffff:203.0.113.9", True),
        (("2001:db8::/32", "203.0.113.7/32"), "2001:db8::5", True),
        (("2001:db8::/32",), "203.0.113.7", False),
        (("203.0.113.0/24",), "", False),
    ],
    ids=["any", "inside", "outside", "mapped", "one of several", "another version", "unknown"],
)
def test_an_address_is_inside_or_not(networks, ip, fits):
    assert comes_from(networks, ip) is fits


def test_the_hot_path_knows_the_networks_as_the_slow_one_does(limited):
    assert hot_tokens.token(limited) == queries.token(limited)
    assert hot_tokens.token(limited).networks == ("203.0.113.0/24",)


@pytest.mark.parametrize("door", [by_view, by_door], ids=["view", "hot door"])
def test_the_doors_of_decisions_refuse_another_address(cast, limited, door):
    status, _headers, content = door(ONE, json.dumps(body(cast.ben, "ADVERTISE", cast.act_1001)).encode(), limited)

    assert status == 403 and "allowed networks" in str(content)
    assert audit.events(cast.acme.id)[0].title == "Token refused from a foreign IP"


@pytest.mark.parametrize("address", ["/scim/v2/Users", "/api/v1/people"])
def test_the_other_doors_refuse_it_too(cast, limited, address):
    client = Client(headers={"Authorization": f"Bearer {limited}"})

    refused = client.get(address, REMOTE_ADDR="198.51.100.1")
    let_in = client.get(address, REMOTE_ADDR="203.0.113.7")

    assert (refused.status_code, let_in.status_code) == (403, 200)
    assert b"networks" in refused.content


def test_a_foreign_address_is_told_once_an_hour(cast, limited):
    client = Client(headers={"Authorization": f"Bearer {limited}"}, REMOTE_ADDR="198.51.100.1")
    for _ in range(3):
        client.get("/api/v1/people")

    assert [line.title for line in audit.events(cast.acme.id)].count("Token refused from a foreign IP") == 1
