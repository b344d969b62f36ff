"""The screens of Domain verification: add, prove, remove."""

import pytest

from keyhouse.domain.email_domains import queries, rules
from keyhouse.domain.email_domains.rules import Evidence
from tests.visiting import text_of, visit

LIST = "/admin-center/domain-verification/"


@pytest.fixture
def labs(cast):
    """The domain that Acme has claimed and not verified."""
    return queries.named(cast.acme, "acme-labs.example")


@pytest.fixture
def found(monkeypatch, labs):
    """What the name server answers."""
    texts = [f"{rules.PROOF}{labs.token}"]
    monkeypatch.setattr(queries, "evidence_of", lambda row, method: Evidence(method=method, texts=tuple(texts)))
    return texts


def test_the_list_shows_each_domain_with_its_state(ada, cast):
    page = text_of(visit(ada, LIST))

    assert "acme.example" in page and "Verified" in page
    assert "acme-labs.example" in page and "Not verified" in page


def test_a_new_domain_leads_on_to_the_methods(ada, cast):
    response = visit(ada, f"{LIST}adding/", {"name": "https://Shop.Example/"})

    added = queries.named(cast.acme, "shop.example")
    assert (response.status_code, response["Location"]) == (303, f"{LIST}{added.id}/")


def test_a_public_domain_is_refused_at_its_field_and_what_was_typed_stays(ada, cast):
    response = visit(ada, f"{LIST}adding/", {"name": "gmail.com"})

    assert response.status_code == 422
    assert "public email domain and can&#x27;t belong to an organization" in text_of(response)
    assert 'value="gmail.com"' in text_of(response)
    assert text_of(response).count("data-summary") == 1


def test_the_proof_is_shown_to_be_copied(ada, labs):
    page = text_of(visit(ada, f"{LIST}{labs.id}/dns/"))

    assert f"keyhouse-domain-verification={labs.token}" in page


def test_check_now_verifies(ada, cast, labs, found):
    response = visit(ada, f"{LIST}{labs.id}/dns/", {"check": "now"})

    assert response.status_code == 303
    assert queries.is_verified(cast.acme, "acme-labs.example")


def test_a_failed_check_says_what_was_found(ada, cast, labs, found):
    found[:] = ["v=spf1 -all", "other"]

    response = visit(ada, f"{LIST}{labs.id}/file/", {"check": "now"})

    assert response.status_code == 422
    assert "none of 2 texts is the right one" in text_of(response)
    assert not queries.is_verified(cast.acme, "acme-labs.example")


def test_a_code_is_sent_and_a_wrong_one_is_refused(ada, labs):
    sent = visit(ada, f"{LIST}{labs.id}/mailbox/", {"mailbox": "admin"})
    refused = visit(ada, f"{LIST}{labs.id}/code/", {"code": "0000 0000"})

    assert sent["Location"] == f"{LIST}{labs.id}/code/"
    assert refused.status_code == 422 and "4 tries are left" in text_of(refused)


def test_removal_names_the_domain_and_removes_it(ada, cast, labs):
    question = text_of(visit(ada, f"{LIST}{labs.id}/removal/"))
    visit(ada, f"{LIST}{labs.id}/removal/", {"remove": "yes"})

    assert "Remove acme-labs.example" in question
    assert queries.named(cast.acme, "acme-labs.example") is None


def test_in_a_dialog_only_the_dialog_is_sent(ada, cast):
    page = text_of(visit(ada, f"{LIST}adding/", None, **{"X-Keyhouse-Dialog": "1"}))

    assert "data-dialog-alone" in page and "<html" not in page
