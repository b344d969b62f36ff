"""Networks: where an address is, and by what it is known again."""

import pytest

from keyhouse.domain.organizations import rules


@pytest.mark.parametrize(
    ("ip", "networks", "inside"),
    [
        ("198.51.100.9", [], True),
        ("", [], True),
        ("198.51.100.9", ["198.51.100.0/24"], True),
        ("198.51.101.9", ["198.51.100.0/24"], False),
        ("::ffff:198.51.100.9", ["198.51.100.0/24"], True),
        ("2001:db8::9", ["198.51.100.0/24", "2001:db8::/32"], True),
        ("", ["198.51.100.0/24"], False),
        ("nonsense", ["0.0.0.0/0"], False),
    ],
    ids=["any", "any_unknown", "in", "out", "mapped", "second", "unknown", "nonsense"],
)
def test_an_address_is_inside_or_not(ip, networks, inside):
    assert rules.is_inside(ip, networks) is inside


@pytest.mark.parametrize(
    ("ip", "network"),
    [("198.51.100.9", "198.51.100.0/24"), ("2001:db8:1:2::9", "2001:db8:1::/48"), ("", ""), ("nonsense", "")],
    ids=["v4", "v6", "unknown", "nonsense"],
)
def test_an_address_is_known_again_by_its_first_part_alone(ip, network):
    assert rules.network_of(ip) == network
