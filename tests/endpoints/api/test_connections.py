"""Identity providers, tokens and single sign-on through the API."""

from __future__ import annotations

from typing import Any

import pytest

from keyhouse.domain.connections.models import Connection
from tests.endpoints.api.calling import Caller, own_token
from tests.endpoints.saml.provider import pair
from tests.tools.at_the_door import sign_on_of


@pytest.fixture
def adas(cast: Any) -> Caller:
    """Ada's own token, with all that she may."""
    return Caller(own_token(cast.ada))


def test_a_connection_gets_a_token_that_provisions(adas: Caller, cast: Any):
    made = adas("POST", "/identity-providers", {"name": "Entra", "provider": "entra"}).json()

    token = adas("POST", f"/identity-providers/{made['id']}/tokens", {"name": "Sync", "days": 90}).json()

    answer = Caller(token["secret"])
    assert token["secret"].startswith("kh_scim_") and token["token"]["until"]
    assert answer("GET", "/me").status_code == 401, "a provisioning token opens SCIM and nothing else"


def test_options_that_are_left_out_stay(adas: Caller, cast: Any):
    path = f"/identity-providers/{cast.scim.id}"
    adas("PATCH", path, {"refuse_delete": True})

    changed = adas("PATCH", path, {"strict_replace": True}).json()

    assert changed["refuse_delete"] and changed["strict_replace"] and changed["send_invitations"]


def test_a_pause_and_a_resumption(adas: Caller, cast: Any):
    paused = adas("POST", f"/identity-providers/{cast.scim.id}/pause").json()["state"]
    resumed = adas("POST", f"/identity-providers/{cast.scim.id}/resumption").json()["state"]

    assert (paused, resumed) == ("disabled", "active")


def test_a_rotated_token_is_told_once(adas: Caller, cast: Any):
    path = f"/identity-providers/{cast.scim.id}/tokens"
    made = adas("POST", path, {"name": "Okta"}).json()["token"]

    rotated = adas("POST", f"{path}/{made['id']}/rotation").json()

    listed = adas("GET", path).json()["items"]
    assert rotated["secret"] and {one["id"] for one in listed} == {made["id"], rotated["token"]["id"]}
    assert all("secret" not in one for one in listed)


def test_a_token_of_another_connection_is_not_found(adas: Caller, cast: Any):
    mine = adas("POST", f"/identity-providers/{cast.scim.id}/tokens", {"name": "Okta"}).json()["token"]
    other = adas("POST", "/identity-providers", {"name": "Entra"}).json()

    assert adas("DELETE", f"/identity-providers/{other['id']}/tokens/{mine['id']}").status_code == 404


def test_an_identity_provider_is_described_by_its_values(adas: Caller, cast: Any):
    made = adas("POST", "/single-sign-on", {"name": "Okta sign-on"}).json()
    theirs = {
        "issuer": "https://idp.example/entity",
        "sign_on_url": "https://idp.example/sso",
        "certificate": pair("idp")[1],
    }

    described = adas("PUT", f"/single-sign-on/{made['id']}/identity-provider", theirs)

    assert described.status_code == 200 and described.json()["issuer"] == "https://idp.example/entity"
    assert described.json()["ours"]["acs_url"].endswith("/acs")


def test_unfit_values_are_named_and_nothing_is_kept(adas: Caller, cast: Any, untouched: Any):
    connection: Connection = sign_on_of(cast)

    with untouched():
        refused = adas("PUT", f"/single-sign-on/{connection.id}/identity-provider", {"issuer": "x"})

    assert refused.status_code == 422 and refused.json()["error"]["code"] == "unfit_identity_provider"


def test_domains_are_assigned(adas: Caller, cast: Any):
    connection = sign_on_of(cast)
    refused = adas("PUT", f"/single-sign-on/{connection.id}/domains", {"domains": ["999"]})

    assert refused.status_code == 404
