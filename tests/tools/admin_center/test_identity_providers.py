"""The screens of Identity providers: connect one, its tokens, its settings and its request log."""

import dataclasses
import re

import pytest

from keyhouse.domain.connections import actions, queries
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation.permissions import Permission
from tests.endpoints.scim.conftest import ScimClient, body_of, make_token
from tests.visiting import text_of, visit

LIST = "/admin-center/identity-providers/"
SECRET = re.compile(r"kh_scim_[\w-]{43}")


@pytest.fixture
def home(cast):
    """The address of Acme's connection Okta."""
    return f"{LIST}{cast.scim.id}/"


def test_the_list_shows_what_is_connected(ada, cast):
    page = text_of(visit(ada, LIST))

    assert "Okta" in page and "Active" in page and "never" in page


def test_an_organization_without_one_is_told_what_to_do(mallory, cast):
    assert "No identity provider is connected" in text_of(visit(mallory, LIST))


def test_connecting_goes_from_gallery_to_name_to_base_url_and_token(ada, cast):
    gallery = text_of(visit(ada, f"{LIST}connecting/"))
    named = visit(ada, f"{LIST}connecting/entra/", {"name": "Entra of Acme"})
    token = visit(ada, named["Location"])
    shown = visit(ada, named["Location"], {"name": "Provisioning", "expires": "90"})

    assert all(name in gallery for name in ("Okta", "Microsoft Entra ID", "Google Workspace", "Other SCIM 2.0"))
    assert "http://127.0.0.1:8000/scim/v2" in text_of(token)
    secret = SECRET.search(text_of(shown)).group()
    assert shown["Cache-Control"] == "no-store"
    assert ScimClient(secret).get("/Users").status_code == 200


def test_a_name_that_is_taken_is_refused_at_the_field(ada, cast, untouched):
    with untouched():
        answer = visit(ada, f"{LIST}connecting/okta/", {"name": "okta"})

    assert answer.status_code == 422 and "already a connection named okta" in text_of(answer)


def test_a_token_is_never_shown_again(ada, home, cast):
    secret = SECRET.search(text_of(visit(ada, f"{home}tokens/creating/", {"name": "CI", "expires": "never"}))).group()

    page = text_of(visit(ada, f"{home}tokens/"))
    assert "CI" in page and "Never" in page and secret not in page


def test_a_token_of_an_integration_says_nothing_of_provisioning(ada, cast):
    gate = actions.add_integration(by=ada, organization=cast.acme, name="Gate", permissions=[Permission.DECIDE])
    creating = f"{LIST}{gate.id}/tokens/creating/"

    asked = text_of(visit(ada, creating))
    shown = text_of(visit(ada, creating, {"name": "CI", "expires": "90"}))

    assert "may do what Gate may" in asked and "Give it to Gate" in shown
    assert not any(word in page for page in (asked, shown) for word in ("deactivate people", "/scim/v2", "Type both"))


def test_a_rotated_token_goes_on_for_a_day_beside_the_new_one(ada, home, cast):
    old = make_token(cast.scim)
    token = sign_in.tokens_of(cast.acme.id, cast.scim.id)[0]

    new = SECRET.search(text_of(visit(ada, f"{home}tokens/{token.id}/rotation/", {"rotate": "yes"}))).group()

    assert [ScimClient(each).get("/Users").status_code for each in (old, new)] == [200, 200]
    assert "Expires soon" in text_of(visit(ada, f"{home}tokens/"))


def test_a_revoked_token_opens_nothing(ada, home, cast):
    secret = make_token(cast.scim)
    token = sign_in.tokens_of(cast.acme.id, cast.scim.id)[0]

    visit(ada, f"{home}tokens/{token.id}/revocation/", {"revoke": "yes"})

    assert ScimClient(secret).get("/Users").status_code == 401


def test_a_paused_connection_opens_nothing_until_it_goes_on(ada, home, cast):
    client = ScimClient(make_token(cast.scim))

    visit(ada, f"{home}pause/", {"pause": "yes"})
    paused, page = client.get("/Users").status_code, text_of(visit(ada, home))
    visit(ada, f"{home}resumption/", {})

    assert paused == 401 and "Paused" in page
    assert client.get("/Users").status_code == 200


def test_the_settings_change_how_it_behaves(ada, home, cast):
    visit(ada, f"{home}settings/", {"refuse_unverified_domains": "on", "save": "yes"})

    client = ScimClient(make_token(cast.scim))
    assert client.post("/Users", body_of(userName="kim@acme-labs.example")).status_code == 400
    assert queries.connection(cast.acme.id, cast.scim.id).send_invitations is False


def test_the_request_log_shows_what_was_asked_answered_changed_and_ignored(ada, home, cast):
    client = ScimClient(make_token(cast.scim))
    made = client.post("/Users", body_of(shoeSize=44)).json()
    client.post("/Users", body_of())

    listed = text_of(visit(ada, f"{home}request-log/"))
    refused = text_of(visit(ada, f"{home}request-log/?show=refused"))
    row = queries.requests_of(cast.acme.id, cast.scim.id)[-1]
    detail = text_of(visit(ada, f"{home}request-log/{row.id}/"))

    assert "Create a person" in listed and "Zoe Example" in listed and "shoeSize" in listed and "userName" in listed
    assert "already" in refused and "shoeSize" not in refused
    assert "zoe@acme.example" in detail and "1mz050nq" not in detail and f"/people/{made['id']}/" in detail


def test_the_overview_tells_what_to_type_in_and_what_came(ada, home, cast):
    ScimClient(make_token(cast.scim)).post("/Users", body_of())

    page = text_of(visit(ada, home))

    assert "http://127.0.0.1:8000/scim/v2" in page and "Test API Credentials" in page
    assert re.search(r"People it manages</dt><dd>\s*1", page)


def test_somebody_who_may_only_look_sees_no_buttons(ada, home, cast):
    auditor = dataclasses.replace(ada, permissions=frozenset({Permission.PROVISIONING_VIEW}))
    make_token(cast.scim)

    pages = [text_of(visit(auditor, f"{home}{tab}")) for tab in ("", "tokens/", "request-log/")]

    assert not any(word in page for page in pages for word in ("Create token", "Revoke", "Pause"))
    assert visit(auditor, f"{home}tokens/creating/", {"name": "x", "expires": "90"}).status_code == 403


def test_mallory_finds_nothing_of_acme(mallory, home, cast):
    make_token(cast.scim)
    token = sign_in.tokens_of(cast.acme.id, cast.scim.id)[0]

    for tab in (
        "",
        "tokens/",
        "settings/",
        "request-log/",
        "tokens/creating/",
        "pause/",
        f"tokens/{token.id}/revocation/",
    ):
        assert visit(mallory, f"{home}{tab}").status_code == 404, tab
