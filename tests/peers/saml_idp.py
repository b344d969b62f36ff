"""A SAML identity provider that we did not write (pysaml2 with xmlsec1), started for a test on localhost.

    with running_idp(folder) as idp:
        idp.metadata_url        # load it into Keyhouse; the provider learns Keyhouse by its entity ID

Its sign-in form has the fields Email and Password (any password) and the button Sign in; `idp.answer_to(url, email)`
does the same without a browser and returns the form that the browser would post.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest

from keyhouse.foundation import clock
from keyhouse.protocols.saml import keys
from tests.throwaway_postgres import free_port

SERVER = Path(__file__).with_name("saml_idp_server.py")


@dataclass(frozen=True, kw_only=True)
class PostedForm:
    """The form with which the provider's page answers: where it posts, and its fields."""

    action: str
    fields: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class SamlIdp:
    """A running identity provider."""

    url: str

    @property
    def entity_id(self) -> str:
        """The name by which it issues."""
        return f"{self.url}/metadata"

    @property
    def metadata_url(self) -> str:
        """Where its metadata is."""
        return f"{self.url}/metadata"

    @property
    def place(self) -> str:
        """Its host and port, for KEYHOUSE_OUTBOUND_ALLOW."""
        return self.url.removeprefix("http://")

    def metadata(self) -> bytes:
        """Its metadata."""
        return fetched(self.metadata_url).encode()

    def answer_to(self, url: str, email: str) -> PostedForm:
        """Open the address that Keyhouse sent a browser to, sign in there, and return what the browser would post."""
        asked = form_of(fetched(url))
        page = fetched(self.url + asked.action, {**asked.fields, "email": email, "password": "any"})
        return form_of(page)


def fetched(url: str, form: dict[str, str] | None = None) -> str:
    """Fetch a page of the provider."""
    data = urlencode(form).encode() if form else None
    with urllib.request.urlopen(url, data, timeout=20) as answer:
        return answer.read().decode()


def form_of(page: str) -> PostedForm:
    """The form of a page with its hidden fields."""
    action = re.search(r'<form[^>]*action="([^"]*)"', page)
    assert action, page
    hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page)
    return PostedForm(action=unescape(action[1]), fields={name: unescape(value) for name, value in hidden})


def why_not() -> str:
    """What is missing for this peer, or nothing."""
    if importlib.util.find_spec("saml2") is None:
        return "pysaml2 isn't installed"
    return "" if shutil.which("xmlsec1") else "xmlsec1 isn't installed"


@contextmanager
def running_idp(folder: Path, *, sign_response: bool = True, sign_assertion: bool = True) -> Iterator[SamlIdp]:
    """Start the provider and end it afterwards; skips the test with the reason where it can't run."""
    if missing := why_not():
        pytest.skip(f"SAML peer left out: {missing}")
    port, (secret, certificate) = free_port(), keys.new_key_pair("Peer identity provider", clock.now())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "key.pem").write_text(secret)
    (folder / "certificate.pem").write_text(certificate)
    options = {"sign_response": sign_response, "sign_assertion": sign_assertion, "xmlsec1": shutil.which("xmlsec1")}
    process = subprocess.Popen(
        [sys.executable, str(SERVER), str(port), str(folder), json.dumps(options)],
        stdout=subprocess.PIPE, stderr=(folder / "idp.log").open("w"), text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready", (folder / "idp.log").read_text()
        yield SamlIdp(url=f"http://localhost:{port}")
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def saml_idp(tmp_path: Path) -> Iterator[SamlIdp]:
    """The provider of one test; it signs response and assertion."""
    with running_idp(tmp_path / "saml-idp") as idp:
        yield idp
