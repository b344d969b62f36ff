"""The screens of Domain verification: add, prove, remove."""

import pytest

from keyhouse.domain.domain_ownership import actions as releases
from keyhouse.domain.domain_ownership import queries as ownership
from keyhouse.domain.email_domains import actions as email_domains
from keyhouse.domain.email_domains import queries, rules
from keyhouse.domain.email_domains.rules import Evidence
from tests.cast import make_domain
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
    assert (response.status_code, response["Location"]) == (303, f"{LIST}{added.id}/methods/")


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


def test_the_list_is_searched_filtered_sorted_and_exported(ada, cast):
    found = text_of(visit(ada, f"{LIST}?q=labs"))
    failing = text_of(visit(ada, f"{LIST}?state=warning"))
    file = text_of(visit(ada, f"{LIST}export/?state=verified&sort=-people"))

    assert "acme-labs.example" in found and ">acme.example<" not in found
    assert "No domain like that" in failing
    assert "acme.example,verified" in file and "acme-labs" not in file


def test_a_domain_shows_what_it_affects_and_what_its_state_allows(ada, cast, labs):
    page = text_of(visit(ada, f"{LIST}{queries.named(cast.acme, 'acme.example').id}/"))

    assert "What this domain affects" in page and "Spring campaign (2)" in page and "Ada, Erin" in page
    assert "Activation links are sent and copied" in page


def test_check_by_itself_waits_for_the_record(ada, cast, labs):
    visit(ada, f"{LIST}{labs.id}/dns/", {"later": "yes", "include_subdomains": "on"})

    waiting = queries.named(cast.acme, "acme-labs.example")
    assert waiting.awaited_since is not None and waiting.include_subdomains
    assert "looked for by itself" in text_of(visit(ada, f"{LIST}{labs.id}/"))


def test_trust_is_asked_for_with_a_reason_and_waits(ada, cast, labs):
    asked = text_of(visit(ada, f"{LIST}{labs.id}/trust/"))
    empty = visit(ada, f"{LIST}{labs.id}/trust/", {"reason": " "})
    visit(ada, f"{LIST}{labs.id}/trust/", {"reason": "our laboratory"})

    assert "Erin" in asked and empty.status_code == 422
    assert queries.named(cast.acme, "acme-labs.example").state == "trust_pending"


def test_a_domain_verified_elsewhere_leads_to_ask_for_release_and_both_sides_have_a_page(ada, mallory, cast):
    theirs = make_domain(cast.rival, "acme.example", "claimed")
    email_domains.contest_email_domain(by=mallory, domain=theirs, method="dns")

    asker = text_of(visit(mallory, f"{LIST}{theirs.id}/"))
    visit(mallory, f"{LIST}{theirs.id}/release/", {"words": "We bought it.", "ask": "yes"})
    owner = text_of(visit(ada, LIST))
    answer = text_of(visit(ada, f"{LIST}releases/{ownership.asked_of(ada)[0].id}/"))

    assert "This domain is verified by another organization" in asker and "Ask for release" in asker
    assert "Acme" not in asker.replace("acme.example", "")
    assert "Rival Ltd asks for acme.example" in owner and "We bought it." in answer and "Keep acme.example" in answer


def test_a_release_moves_the_domain(ada, mallory, cast):
    theirs = make_domain(cast.rival, "acme.example", "claimed")
    email_domains.contest_email_domain(by=mallory, domain=theirs, method="dns")
    asked = releases.ask_for_release(by=mallory, domain=queries.named(cast.rival, "acme.example"))

    visit(ada, f"{LIST}releases/{asked.id}/", {"release": "yes"})

    assert queries.is_verified(cast.rival, "acme.example") and not queries.is_verified(cast.acme, "acme.example")


def test_removal_lists_what_falls_away(ada, cast):
    page = text_of(visit(ada, f"{LIST}{queries.named(cast.acme, 'acme.example').id}/removal/"))

    assert "Administrators" in page and "Press" in page
