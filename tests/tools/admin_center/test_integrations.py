"""The screens of Security integrations and of the custom setup."""

import re

import pytest

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.connections.rules import integrations as rules
from keyhouse.domain.sign_in import hot_tokens
from keyhouse.domain.sign_in.models import AccessToken
from tests.visiting import text_of, visit

LIST = "/admin-center/security-integrations/"
DETAILS = {"step": "details", "name": "SIEM", "description": "Reads the log"}
NETWORKS = {**DETAILS, "step": "networks", "networks": "203.0.113.0/24"}


@pytest.fixture
def siem(ada, cast):
    """An integration that was added by the dialog."""
    visit(ada, f"{LIST}adding/", NETWORKS)
    return Connection.objects.of(cast.acme).get(kind="integration")


def test_it_is_added_in_steps_and_its_secret_is_shown_once(ada, cast):
    second = text_of(visit(ada, f"{LIST}adding/", DETAILS))
    shown = text_of(visit(ada, f"{LIST}adding/", NETWORKS))

    made = Connection.objects.of(cast.acme).get(kind="integration")
    secret = rules.secret_of(made)
    assert "Allowed IP list" in second
    assert all(one in shown for one in (str(made.id), secret, rules.proof_of(made.id, secret)))
    assert (made.permissions, made.allowed_networks) == (["security_logs.read"], ["203.0.113.0/24"])
    assert secret not in text_of(visit(ada, f"{LIST}{made.id}/"))


def test_a_custom_setup_chooses_permissions(ada, cast):
    typed = {**NETWORKS, "permissions": ["accounts.manage", "decide"], "networks": ""}

    visit(ada, "/admin-center/identity-providers/custom-setup/", typed)

    assert Connection.objects.of(cast.acme).get(kind="integration").permissions == ["accounts.manage", "decide"]
    assert "Custom setup" in text_of(visit(ada, "/admin-center/identity-providers/connecting/"))


def test_a_network_that_is_none_is_said_at_its_field(ada, cast):
    page = visit(ada, f"{LIST}adding/", {**NETWORKS, "networks": "everywhere"})

    assert page.status_code == 422 and "everywhere isn&#x27;t a network" in text_of(page)
    assert not Connection.objects.of(cast.acme).filter(kind="integration").exists()


def test_a_token_is_shown_once_and_revoked(ada, siem, cast):
    page = text_of(visit(ada, f"{LIST}{siem.id}/tokens/creating/", {"name": "Splunk", "expires": "90"}))
    secret = re.search(r"kh_api_[\w-]+", page).group(0)
    token = AccessToken.objects.of(cast.acme).get(holder_id=siem.id)
    listed = text_of(visit(ada, f"{LIST}{siem.id}/tokens/"))

    assert "Splunk" in listed and secret not in listed and (token.until - token.made_at).days == 90
    visit(ada, f"{LIST}{siem.id}/tokens/{token.id}/revocation/", {"revoke": "yes"})
    assert hot_tokens.token(secret) is None


def test_its_activity_is_that_of_the_log(ada, siem):
    page = text_of(visit(ada, f"{LIST}{siem.id}/activity/"))

    assert "Ada created the integration SIEM" in page


def test_name_networks_permissions_and_secret_change(ada, siem, cast):
    visit(ada, f"{LIST}{siem.id}/editing/", {"name": "Collector", "description": "", "networks": "198.51.100.7"})
    visit(ada, f"{LIST}{siem.id}/permissions/", {"permissions": []})
    rotated = text_of(visit(ada, f"{LIST}{siem.id}/rotation/", {"rotate": "yes"}))

    found = Connection.objects.of(cast.acme).get(id=siem.id)
    assert (found.name, found.allowed_networks) == ("Collector", ["198.51.100.7/32"])
    assert rules.secret_of(found) in rotated and found.old_secret_until is not None


def test_a_removed_one_leaves_no_token_without_holder(ada, siem, cast):
    visit(ada, f"{LIST}{siem.id}/tokens/creating/", {"name": "Splunk", "expires": "never"})

    visit(ada, f"{LIST}{siem.id}/removal/", {"remove": "yes"})

    assert not Connection.objects.of(cast.acme).filter(id=siem.id).exists()
    assert not AccessToken.objects.of(cast.acme).filter(holder_id=siem.id).exists()
