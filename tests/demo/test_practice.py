"""The practice identity provider: it pushes people by SCIM as Okta or Entra ID do, and signs them in by SAML."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from keyhouse.demo.loopback import Asked
from keyhouse.demo.practice import sign_on, site
from keyhouse.demo.practice.directory import Account
from keyhouse.demo.practice.provider import open_provider
from keyhouse.foundation import clock
from keyhouse.protocols.saml import bindings, keys, metadata, requests, xml


class Scim(BaseHTTPRequestHandler):
    """A provisioning server that remembers what it was asked."""

    def answer(self):
        """Remember the request and answer as an empty directory does."""
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"], body))
        status, answer = {
            "GET": (200, {"Resources": []}),
            "POST": (201, {"id": "4711"}),
            "PATCH": (self.server.patch, {}),
        }[self.command]
        text = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PATCH = answer

    def log_message(self, *args):
        """Be quiet."""


@pytest.fixture
def scim():
    """A provisioning server on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Scim)
    server.asked, server.patch = [], 200
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def provider(tmp_path, scim, settings):
    """A practice provider whose Keyhouse is that server."""
    url = f"http://127.0.0.1:{scim.server_port}"
    settings.KEYHOUSE = settings.KEYHOUSE.model_copy(update={"outbound_allow": f"127.0.0.1:{scim.server_port}"})
    made = open_provider(folder=tmp_path, url="http://localhost:8001", keyhouse_url=url, token="t")
    made.directory.keep(
        Account(external_id="00uben", email="ben@acme.example", given_name="Ben", family_name="", scim_id="9")
    )
    return made


def ask(provider, method, path, form=None, query=None, is_own=True):
    return site(provider).answer(Asked(method=method, path=path, form=form or {}, query=query or {}, is_own=is_own))


def request_of(provider, acs_url):
    """The message with which Keyhouse asks the provider to sign somebody in."""
    ours = requests.SignOnRequest(
        id="_1",
        url=provider.sign_on_url,
        entity_id=f"{provider.keyhouse_url}/saml/1/metadata",
        acs_url=acs_url,
        issued_at=clock.now(),
    )
    return bindings.deflated(xml.serialize(requests.authn_request(ours)))


def test_a_person_made_here_is_looked_up_and_created_in_keyhouse(provider, scim):
    form = {"given_name": "Cleo", "family_name": "", "email": "cleo@acme.example", "as": "Okta"}

    assert ask(provider, "POST", "/people", form).status == 303

    (find, _, agent, _), (create, _, _, body) = scim.asked[0], scim.asked[1]
    assert (find, create) == ("GET", "POST")
    assert agent == "Okta SCIM Client 1.0.0"
    assert body["userName"] == "cleo@acme.example"
    assert provider.directory.accounts()[-1].scim_id == "4711"


@pytest.mark.parametrize(
    ("dialect", "operation"),
    [
        ("Okta", {"op": "replace", "value": {"active": False}}),
        ("Entra ID", {"op": "Replace", "path": "active", "value": "False"}),
    ],
)
def test_a_person_is_deactivated_in_the_words_of_the_chosen_provider(provider, scim, dialect, operation):
    ask(provider, "POST", "/people/00uben/deactivation", {"as": dialect})

    assert scim.asked[-1][:2] == ("PATCH", "/scim/v2/Users/9")
    assert scim.asked[-1][3]["Operations"] == [operation]
    assert provider.directory.account("00uben").active is False


def test_a_person_whom_keyhouse_keeps_stays_active_here_too(provider, scim):
    scim.patch = 409

    ask(provider, "POST", "/people/00uben/deactivation")

    assert provider.directory.account("00uben").active is True


def test_the_page_shows_what_was_sent(provider):
    ask(provider, "POST", "/people/00uben/deactivation")

    text = ask(provider, "GET", "/").body.decode()
    assert "Reactivate Ben" in text
    assert "/scim/v2/Users/9" in text


def test_a_form_of_another_site_changes_nothing(provider, scim):
    assert ask(provider, "POST", "/people/00uben/deactivation", is_own=False).status == 403
    assert scim.asked == []


def test_its_metadata_is_what_keyhouse_accepts(provider):
    lines, found = metadata.validate(
        sign_on.metadata(provider), now=clock.now(), is_allowed=lambda url: True, is_taken=lambda name: False
    )

    assert [line.label for line in lines if not line.passed] == []
    assert found.entity_id == provider.entity_id


def test_whoever_is_picked_goes_back_signed_in(provider):
    acs_url = f"{provider.keyhouse_url}/saml/1/acs"
    message = request_of(provider, acs_url)

    pick = ask(provider, "GET", "/sign-on", query={"SAMLRequest": message, "RelayState": "r"}).body.decode()
    page = ask(provider, "POST", "/sign-on", {"message": message, "relay_state": "r", "account": "00uben"})

    assert "ben@acme.example" in pick
    assert page.posts_to == provider.keyhouse_url
    assert f'action="{acs_url}"' in page.body.decode()
    assert 'name="SAMLResponse"' in page.body.decode()


def test_a_request_for_another_server_is_refused(provider):
    message = request_of(provider, "https://rival.example/acs")

    assert ask(provider, "GET", "/sign-on", query={"SAMLRequest": message}).status == 400
    assert ask(provider, "POST", "/sign-on", {"message": message, "account": "00uben"}).status == 400


def test_a_deactivated_account_signs_in_nowhere(provider):
    ask(provider, "POST", "/people/00uben/deactivation")
    message = request_of(provider, f"{provider.keyhouse_url}/saml/1/acs")

    assert ask(provider, "POST", "/sign-on", {"message": message, "account": "00uben"}).status == 400


def test_its_key_is_made_once_and_readable_by_its_owner_alone(tmp_path, provider):
    again = open_provider(folder=tmp_path, url=provider.url, keyhouse_url=provider.keyhouse_url, token="t")

    assert keys.pem(again.certificate) == keys.pem(provider.certificate)
    assert (tmp_path / "practice-key.pem").stat().st_mode & 0o077 == 0
