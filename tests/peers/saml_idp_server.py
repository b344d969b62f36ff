"""The process of the SAML peer: pysaml2 as identity provider, with a sign-in form, on one port of localhost.

Run as `python saml_idp_server.py <port> <folder> <json>`; it says `ready` when it answers. Service providers are
learned from the metadata that their entity ID leads to.
"""

import base64
import json
import re
import sys
import urllib.request
import zlib
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.config import IdPConfig
from saml2.entity_category import edugain  # noqa: F401 - proves that the whole library is here
from saml2.metadata import create_metadata_string
from saml2.saml import NAMEID_FORMAT_EMAILADDRESS, NAMEID_FORMAT_PERSISTENT, NameID
from saml2.server import Server
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

PAGE = '<!doctype html><html lang="en"><title>{title}</title><body><h1>{title}</h1>{body}</body></html>'


def issuer_of(message: str, binding: str) -> str:
    """Who sends a request, read before anything about it is known."""
    raw = base64.b64decode(message)
    text = zlib.decompress(raw, -15) if binding == BINDING_HTTP_REDIRECT else raw
    return re.search(rb"Issuer[^>]*>([^<]+)<", text)[1].decode()


class Provider:
    """The identity provider and the service providers that it has learned."""

    def __init__(self, port: int, folder: Path, options: dict) -> None:
        self.port, self.folder, self.options = port, folder, options
        self.url = f"http://localhost:{port}"
        self.known: set[str] = set()
        self.server = Server(config=IdPConfig().load(self.config([])))

    def config(self, metadata: list[str]) -> dict:
        """The configuration of pysaml2."""
        return {
            "entityid": f"{self.url}/metadata",
            "xmlsec_binary": self.options["xmlsec1"],
            "key_file": str(self.folder / "key.pem"),
            "cert_file": str(self.folder / "certificate.pem"),
            "service": {
                "idp": {
                    "endpoints": {
                        "single_sign_on_service": [
                            (f"{self.url}/sso", BINDING_HTTP_REDIRECT),
                            (f"{self.url}/sso", BINDING_HTTP_POST),
                        ],
                        "single_logout_service": [(f"{self.url}/slo", BINDING_HTTP_REDIRECT)],
                    },
                    "name_id_format": [NAMEID_FORMAT_EMAILADDRESS, NAMEID_FORMAT_PERSISTENT],
                    "policy": {"default": {"lifetime": {"minutes": 60}, "attribute_restrictions": None}},
                    "want_authn_requests_signed": True,
                }
            },
            "metadata": {"inline": metadata} if metadata else {},
            "debug": False,
        }

    def metadata(self) -> str:
        """Our metadata."""
        text = create_metadata_string(None, config=self.server.config, sign=False)
        return text.decode() if isinstance(text, bytes) else text

    def learn(self, entity_id: str) -> None:
        """Read the metadata of a service provider that has not been seen yet."""
        if entity_id not in self.known:
            with urllib.request.urlopen(entity_id, timeout=10) as answer:
                text = answer.read().decode()
            self.server = Server(config=IdPConfig().load(self.config([text])))
            self.known = {entity_id}

    def answer(self, form: dict[str, str]) -> str:
        """The page that posts the answer to the service provider."""
        self.learn(form["issuer"])
        options = self.options
        response = self.server.create_authn_response(
            identity={"mail": [form["email"]], "displayName": [form["email"].partition("@")[0]]},
            in_response_to=form["id"],
            destination=form["acs"],
            sp_entity_id=form["issuer"],
            name_id=NameID(format=NAMEID_FORMAT_EMAILADDRESS, text=form["email"]),
            authn={"class_ref": "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"},
            sign_response=options["sign_response"],
            sign_assertion=options["sign_assertion"],
            sign_alg=SIG_RSA_SHA256,
            digest_alg=DIGEST_SHA256,
        )
        fields = self.server.apply_binding(BINDING_HTTP_POST, str(response), form["acs"], response=True)
        return str(fields["data"])


class Handler(BaseHTTPRequestHandler):
    """The addresses of the provider."""

    provider: Provider

    def do_GET(self) -> None:
        """Show the metadata, or the sign-in form for a request in the address."""
        parts = urlsplit(self.path)
        if parts.path == "/metadata":
            self.send(self.provider.metadata(), "application/samlmetadata+xml")
        elif parts.path == "/sso":
            self.form({name: values[0] for name, values in parse_qs(parts.query).items()}, BINDING_HTTP_REDIRECT)
        else:
            self.send(PAGE.format(title="Signed out", body=""))

    def do_POST(self) -> None:
        """Take a request by form, or the sign-in form itself."""
        length = int(self.headers.get("Content-Length", "0"))
        sent = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
        if "SAMLRequest" in sent:
            self.form(sent, BINDING_HTTP_POST)
        else:
            self.send(self.provider.answer(sent))

    def form(self, sent: dict[str, str], binding: str) -> None:
        """Ask who signs in, once the request has been read and its signature verified."""
        provider = self.provider
        provider.learn(issuer_of(sent["SAMLRequest"], binding))
        read = provider.server.parse_authn_request(
            sent["SAMLRequest"], binding, relay_state=sent.get("RelayState"), sigalg=sent.get("SigAlg"),
            signature=sent.get("Signature"),
        )  # fmt: skip
        asked = read.message
        hidden = {"id": asked.id, "issuer": asked.issuer.text, "acs": asked.assertion_consumer_service_url}
        inputs = "".join(
            f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in hidden.items()
        )
        body = (
            f'<form method="post" action="/login">{inputs}<label>Email <input name="email" type="email"></label>'
            '<label>Password <input name="password" type="password"></label><button>Sign in</button></form>'
        )
        self.send(PAGE.format(title="Peer identity provider", body=body))

    def send(self, text: str, kind: str = "text/html; charset=utf-8") -> None:
        """Answer with a document."""
        content = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def main(port: str, folder: str, options: str) -> None:
    """Serve until the process is ended."""
    Handler.provider = Provider(int(port), Path(folder), json.loads(options))
    server = ThreadingHTTPServer(("localhost", int(port)), Handler)
    print("ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:4])
