"""bootstrap: a deployment without a browser, made once, completed by a second run, secrets shown once."""

import json

import pytest

from keyhouse.commands.keeping.furnishing import Wanted, furnish
from keyhouse.demo.practice import sign_on
from keyhouse.demo.practice.provider import open_provider
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.email_domains import queries as domains
from keyhouse.domain.email_domains.errors import VerifiedElsewhere
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation.audit.queries import events
from tests.serving import Installation

ACME = {
    "admin": "ada@acme.example", "domains": ["acme.example"], "portfolios": ["Spring campaign", "Press"],
    "metadata": [], "integrations": ["shop=decide"],
}  # fmt: skip


def run(rotate=False, organization="Acme", **changes):
    """What bootstrap does between reading its words and printing."""
    return furnish(organization, Wanted.read(**{**ACME, **changes}), rotate=rotate)


@pytest.fixture
def metadata(tmp_path):
    """The metadata file of a practice identity provider."""
    provider = open_provider(folder=tmp_path, url="http://localhost:1", keyhouse_url="http://127.0.0.1:2", token="t")
    file = tmp_path / "idp.xml"
    file.write_bytes(sign_on.metadata(provider))
    return str(file)


@pytest.mark.django_db
def test_it_makes_an_organization_with_domain_admin_portfolios_and_tokens():
    found = run()

    acme = organizations.named("acme")
    ada = people.person(acme, int(found["admin"]["id"]))
    assert found["organization"] == {"id": str(acme.id), "name": "Acme"}
    assert domains.is_verified(acme, "acme.example")
    assert (ada.state, ada.sign_in_method) == ("invited", "password")
    assert administration.is_system_admin(ada)
    assert [one["name"] for one in found["portfolios"]] == ["Spring campaign", "Press"]
    assert portfolios.place_of(portfolios.named(acme.id, "Press"), ada.id).level == "full"
    assert "/activate/" in found["admin"]["activation_link"]


@pytest.mark.django_db
def test_its_tokens_open_what_they_are_for():
    found = run()

    scim, shop = sign_in.token(found["scim"]["token"]), sign_in.token(found["integrations"][0]["token"])
    assert {one.value for one in scim.permissions} == {"accounts.manage"}
    assert {one.value for one in shop.permissions} == {"decide"}
    assert found["scim"]["base_url"].endswith("/scim/v2")


@pytest.mark.django_db
def test_a_second_run_changes_nothing_and_shows_no_secret(untouched):
    first = run()

    with untouched():
        second = run()

    assert second["admin"] == {**first["admin"], "activation_link": None}
    assert second["scim"]["token"] is None
    assert second["integrations"] == [{"name": "shop", "token": None}]
    assert second["portfolios"] == first["portfolios"]


@pytest.mark.django_db
def test_a_second_run_completes_what_is_new():
    run()

    found = run(portfolios=["Spring campaign", "Summer"], integrations=["shop=decide", "audit=security_logs.read"])

    assert [one["name"] for one in found["portfolios"]] == ["Spring campaign", "Summer"]
    assert [bool(one["token"]) for one in found["integrations"]] == [False, True]


@pytest.mark.django_db
def test_rotate_makes_links_and_tokens_anew():
    first = run()

    found = run(rotate=True)

    assert found["admin"]["activation_link"] not in (None, first["admin"]["activation_link"])
    assert found["scim"]["token"] not in (None, first["scim"]["token"])
    assert sign_in.token(found["scim"]["token"]) is not None


@pytest.mark.django_db
def test_metadata_makes_a_connection_that_is_on_and_a_second_run_makes_no_other(metadata):
    first, second = run(metadata=[metadata]), run(metadata=[metadata])

    assert len(first["connections"]) == 1
    assert first["connections"] == second["connections"]
    assert first["connections"][0]["acs_url"].endswith("/acs")
    assert "SSO activated" in [line.title for line in events(int(first["organization"]["id"]))]


@pytest.mark.django_db
def test_the_log_says_that_a_domain_was_verified_by_the_operators_word():
    found = run()

    lines = events(int(found["organization"]["id"]), limit=100)
    assert any(line.tag == "domain.verified" or "word" in str(line.facts) for line in lines)
    assert all(line.actor_kind == "operator" for line in lines)


@pytest.mark.django_db
def test_a_refused_step_leaves_nothing_behind(untouched):
    run()

    with pytest.raises(VerifiedElsewhere), untouched():
        run(organization="Rival Ltd", admin="mallory@rival.example")


@pytest.mark.parametrize("words", ["shop", "shop=", "=decide", "shop=everything", "shop=step.person.create"])
def test_an_integration_without_a_name_or_with_unknown_permissions_is_refused(words):
    with pytest.raises(ValueError, match="--integration"):
        Wanted.read(**{**ACME, "integrations": [words]})


def test_the_command_prints_one_json_object_and_nothing_else(tmp_path):
    installation = Installation(tmp_path)

    words = ("bootstrap", "--organization", "Acme", "--admin", "ada@acme.example", "--verified-domain", "acme.example")
    first = installation.run(*words, "--json")
    second = json.loads(installation.run(*words, "--json"))

    assert list(json.loads(first)) == ["organization", "admin", "scim", "portfolios", "connections", "integrations"]
    assert second["scim"]["token"] is None
    assert json.loads(first)["admin"]["activation_link"].startswith(f"{installation.url}/activate/")
