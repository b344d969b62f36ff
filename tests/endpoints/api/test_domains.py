"""Domain verification through the API."""

from __future__ import annotations

from typing import Any

import pytest

from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.email_domains.rules import Evidence
from tests.cast import make_domain
from tests.endpoints.api.calling import Caller, own_token


@pytest.fixture
def adas(cast: Any) -> Caller:
    """Ada's own token, with all that she may."""
    return Caller(own_token(cast.ada))


@pytest.fixture
def labs(cast: Any) -> Any:
    """The domain that Acme has claimed and not verified."""
    return queries.named(cast.acme, "acme-labs.example")


def test_a_domain_is_added_proved_and_removed(adas: Caller, cast: Any, monkeypatch: Any):
    made = adas("POST", "/domain-verification", {"name": "Shop.Example"}).json()
    row = queries.named(cast.acme, "shop.example")
    found = Evidence(method="dns", texts=(rules.proof_of(row),))
    monkeypatch.setattr(queries, "evidence_of", lambda row, method: found)

    path = f"/domain-verification/{made['id']}"
    checked = adas("POST", f"{path}/check", {"method": "dns", "include_subdomains": True}).json()

    assert made["proof"] == rules.proof_of(row)
    assert (checked["state"], checked["include_subdomains"]) == ("verified", True)
    assert adas("DELETE", path).status_code == 204 and queries.named(cast.acme, "shop.example") is None


def test_a_proof_that_is_missing_is_a_refusal_with_its_code(adas: Caller, labs: Any, monkeypatch: Any):
    monkeypatch.setattr(queries, "evidence_of", lambda row, method: Evidence(method=method))

    answer = adas("POST", f"/domain-verification/{labs.id}/check", {"method": "dns"})

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "domain_proof_not_found")


def test_trust_says_how_to_ask_for_approval(adas: Caller, labs: Any):
    answer = adas("POST", f"/domain-verification/{labs.id}/trust", {"reason": "our laboratory"})

    assert answer.status_code == 403
    assert answer.json()["error"]["approval"]["deed"] == "trust_domain"


def test_effects_and_lists(adas: Caller, cast: Any):
    found = {one["name"]: one for one in adas("GET", "/domain-verification").json()["items"]}

    effects = adas("GET", f"/domain-verification/{found['acme.example']['id']}/effects").json()

    assert effects["administrators"] == ["Ada", "Erin"] and effects["people"] == 4


def test_a_domain_between_two_organizations(adas: Caller, mallory: Any, cast: Any):
    theirs = make_domain(cast.rival, "acme.example", "claimed")
    actions.contest_email_domain(by=mallory, domain=theirs, method="dns")
    Caller(own_token(cast.mallory))("POST", f"/domain-verification/{theirs.id}/release", {"words": "We bought it."})

    (asked,) = adas("GET", "/domain-verification/releases").json()["items"]
    released = adas("POST", f"/domain-verification/releases/{asked['id']}/release").json()

    assert (asked["organization"], released["verified"]) == ("Rival Ltd", True)
    assert queries.is_verified(cast.rival, "acme.example")
