"""Encrypted assertions: RSA-OAEP around AES-GCM, and nothing older."""

import base64
import binascii
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.errors import AlgorithmRefused, NotDecryptable
from keyhouse.protocols.saml.keys import Certificate, PrivateKey
from keyhouse.protocols.saml.xml import Element, build, parse, required, serialize

_NONCE = 12
_OAEP_DIGESTS: dict[str, type[hashes.HashAlgorithm]] = {
    names.DS + "sha1": hashes.SHA1,
    names.XENC + "sha256": hashes.SHA256,
    names.XENC + "sha512": hashes.SHA512,
    names.XENC11 + "mgf1sha1": hashes.SHA1,
    names.XENC11 + "mgf1sha256": hashes.SHA256,
    names.XENC11 + "mgf1sha512": hashes.SHA512,
}


def decrypted(encrypted: Element, keys: tuple[PrivateKey, ...]) -> Element:
    """The element inside saml:EncryptedAssertion, parsed like any message.

    XML Encryption §5.2.4 and §5.5. Raises AlgorithmRefused, NotDecryptable and what parsing raises.
    """
    data = required(encrypted, "xenc:EncryptedData")
    algorithm = required(data, "xenc:EncryptionMethod").get("Algorithm")
    if algorithm not in names.AES_GCM:
        raise AlgorithmRefused(algorithm=algorithm)
    wrapped = [*data.iter(names.tag("xenc:EncryptedKey")), *encrypted.findall(names.tag("xenc:EncryptedKey"))]
    if len(wrapped) != 1:
        raise NotDecryptable()
    oaep = _oaep(required(wrapped[0], "xenc:EncryptionMethod"))

    secret, sealed = _cipher_value(wrapped[0]), _cipher_value(data)
    for key in keys:
        try:
            content_key = key.decrypt(secret, oaep)
            if len(content_key) == names.AES_GCM[algorithm]:
                return parse(AESGCM(content_key).decrypt(sealed[:_NONCE], sealed[_NONCE:], None))
        except (ValueError, InvalidTag):
            continue
    raise NotDecryptable()


def _oaep(method: Element) -> padding.OAEP:
    """The OAEP parameters of an encrypted key: digest and mask are SHA-1 unless it says otherwise."""
    algorithm = method.get("Algorithm")
    if algorithm not in (names.RSA_OAEP, names.RSA_OAEP_MGF1P):
        raise AlgorithmRefused(algorithm=algorithm)
    digest, mask = method.find(names.tag("ds:DigestMethod")), method.find(names.tag("xenc11:MGF"))
    chosen = []
    for element, usual in ((digest, names.DS + "sha1"), (mask, names.XENC11 + "mgf1sha1")):
        name = usual if element is None else element.get("Algorithm", "")
        if name not in _OAEP_DIGESTS:
            raise AlgorithmRefused(algorithm=name)
        chosen.append(_OAEP_DIGESTS[name]())
    return padding.OAEP(mgf=padding.MGF1(chosen[1]), algorithm=chosen[0], label=None)


def _cipher_value(element: Element) -> bytes:
    """The bytes of an encrypted thing; references to elsewhere are not followed."""
    value = required(required(element, "xenc:CipherData"), "xenc:CipherValue").text or ""
    try:
        return base64.b64decode("".join(value.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotDecryptable() from error


def encrypted(assertion: Element, certificate: Certificate) -> Element:
    """Wrap an assertion for the holder of a certificate: AES-256-GCM, RSA-OAEP."""
    content_key, nonce = AESGCM.generate_key(256), os.urandom(_NONCE)
    key = certificate.public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        raise AlgorithmRefused(algorithm="a key that isn't RSA")
    oaep = padding.OAEP(mgf=padding.MGF1(hashes.SHA1()), algorithm=hashes.SHA1(), label=None)  # noqa: S303 - XML Encryption §5.5.2
    sealed = nonce + AESGCM(content_key).encrypt(nonce, serialize(assertion), None)

    outer = build("saml:EncryptedAssertion")
    data = build("xenc:EncryptedData", outer, Type=names.XENC + "Element")
    build("xenc:EncryptionMethod", data, Algorithm=names.XENC11 + "aes256-gcm")
    wrapped = build("xenc:EncryptedKey", build("ds:KeyInfo", data))
    build("xenc:EncryptionMethod", wrapped, Algorithm=names.RSA_OAEP_MGF1P)
    _put(wrapped, key.encrypt(content_key, oaep))
    _put(data, sealed)
    return outer


def _put(element: Element, value: bytes) -> None:
    """Write bytes as the cipher value of an encrypted thing."""
    build("xenc:CipherValue", build("xenc:CipherData", element), text=base64.b64encode(value).decode())
