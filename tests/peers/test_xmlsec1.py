"""xmlsec1 as an oracle: it verifies what we sign, and we open what it encrypts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from lxml import etree

from keyhouse.protocols.saml import issuing, keys, names
from keyhouse.protocols.saml.xml import build, serialize
from tests.protocols.saml.builder import ADA, examined, failed, pair, statement, subject

pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(shutil.which("xmlsec1") is None, reason="SAML oracle left out: xmlsec1 isn't installed"),
]
ID = "--id-attr:ID"


def xmlsec1(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the tool."""
    return subprocess.run(["xmlsec1", *arguments], capture_output=True, text=True, timeout=30, check=False)


def written(folder: Path, name: str, content: bytes | str) -> str:
    """A file for the tool."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def test_it_verifies_the_assertions_that_we_sign(tmp_path: Path):
    key, certificate = pair()
    root = issuing.response(statement(), key=key, certificate=certificate)
    message, pinned = written(tmp_path, "response.xml", serialize(root)), written(tmp_path, "c", keys.pem(certificate))

    good = xmlsec1("--verify", "--pubkey-cert-pem", pinned, ID, f"{names.SAML}:Assertion", message)
    other = written(tmp_path, "other", keys.pem(pair("mallory")[1]))
    bad = xmlsec1("--verify", "--pubkey-cert-pem", other, ID, f"{names.SAML}:Assertion", message)

    assert good.returncode == 0, good.stderr
    assert bad.returncode != 0


@pytest.mark.parametrize("size", [128, 256])
def test_we_open_what_it_encrypts_for_us(tmp_path: Path, size: int):
    key, certificate = pair()
    assertion = issuing.sign(issuing.build_assertion(statement()), key=key, certificate=certificate)
    root = issuing.build_response(statement())
    root.append(encrypted_by_it(tmp_path, serialize(assertion), f"aes{size}-gcm", size))

    assert subject(examined(root, require_encryption=True)) == ADA


def test_we_refuse_its_older_ciphers(tmp_path: Path):
    """SAML-6: CBC is refused before any key is used."""
    key, certificate = pair()
    assertion = issuing.sign(issuing.build_assertion(statement()), key=key, certificate=certificate)
    root = issuing.build_response(statement())
    root.append(encrypted_by_it(tmp_path, serialize(assertion), "aes256-cbc", 256, names.XENC))

    assert failed(examined(root)) == "signature"


PREFIXES = ["", "xs", "xs xsi", "unused", "#default samlp saml ds xs xsi"]


@pytest.mark.parametrize("listed", PREFIXES)
def test_we_verify_what_it_signs_with_a_list_of_prefixes_as_okta_does(tmp_path: Path, listed: str):
    root = etree.fromstring(signed_by_it(tmp_path, listed).encode())

    assert subject(examined(root)) == ADA


def signed_by_it(folder: Path, listed: str) -> str:
    """A response whose typed attribute value needs a namespace of the envelope, signed by the tool."""
    assertion = etree.tostring(issuing.build_assertion(statement())).decode()
    prefixes = f'<ec:InclusiveNamespaces xmlns:ec="{names.EXCLUSIVE_C14N}" PrefixList="{listed}"/>' if listed else ""
    template = (
        f'</saml:Issuer><ds:Signature xmlns:ds="{names.DS}"><ds:SignedInfo>'
        f'<ds:CanonicalizationMethod Algorithm="{names.EXCLUSIVE_C14N}">{prefixes}</ds:CanonicalizationMethod>'
        f'<ds:SignatureMethod Algorithm="{names.RSA_SHA256}"/>'
        f'<ds:Reference URI="#{etree.fromstring(assertion).get("ID")}"><ds:Transforms>'
        f'<ds:Transform Algorithm="{names.ENVELOPED}"/>'
        f'<ds:Transform Algorithm="{names.EXCLUSIVE_C14N}">{prefixes}</ds:Transform></ds:Transforms>'
        f'<ds:DigestMethod Algorithm="{names.XENC}sha256"/><ds:DigestValue/></ds:Reference></ds:SignedInfo>'
        "<ds:SignatureValue/></ds:Signature>"
    )
    assertion = assertion.replace("</saml:Issuer>", template, 1)
    assertion = assertion.replace("<saml:AttributeValue>", '<saml:AttributeValue xsi:type="xs:string">')
    spaces = f'<samlp:Response xmlns:xs="{names.XS}" xmlns:xsi="{names.XSI}" xmlns:unused="urn:unused" '
    envelope = etree.tostring(issuing.build_response(statement())).decode().replace("<samlp:Response ", spaces, 1)
    message = written(folder, "unsigned.xml", envelope.replace("</samlp:Response>", f"{assertion}</samlp:Response>"))
    done = xmlsec1("--sign", "--privkey-pem", key_file(folder), ID, f"{names.SAML}:Assertion", message)
    assert done.returncode == 0, done.stderr
    return done.stdout


def key_file(folder: Path) -> str:
    """The key of the identity provider as a file."""
    plain = serialization.NoEncryption()
    key = pair()[0].private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    return written(folder, "key.pem", key)


def encrypted_by_it(
    folder: Path, assertion: bytes, cipher: str, size: int, namespace: str = names.XENC11
) -> etree._Element:
    """An assertion, encrypted by the tool with a fresh key for our certificate."""
    outer = build("saml:EncryptedAssertion")
    data = build("xenc:EncryptedData", outer, Type=names.XENC + "Element")
    build("xenc:EncryptionMethod", data, Algorithm=namespace + cipher)
    wrapped = build("xenc:EncryptedKey", build("ds:KeyInfo", data))
    build("xenc:EncryptionMethod", wrapped, Algorithm=names.RSA_OAEP_MGF1P)
    build("xenc:CipherValue", build("xenc:CipherData", wrapped), text="")
    build("xenc:CipherValue", build("xenc:CipherData", data), text="")
    template = written(folder, "template.xml", serialize(data))
    ours, plain = written(folder, "sp.pem", keys.pem(pair("sp")[1])), written(folder, "assertion.xml", assertion)

    done = xmlsec1(
        "--encrypt", "--pubkey-cert-pem", ours, "--session-key", f"aes-{size}", "--xml-data", plain, template
    )
    assert done.returncode == 0, done.stderr
    outer.replace(data, etree.fromstring(done.stdout.encode()))
    return outer
