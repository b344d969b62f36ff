"""How messages travel: base64 in a form, or deflated in an address with a signature of its own."""

import base64
import binascii
import zlib
from urllib.parse import quote, unquote_plus

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.errors import AlgorithmRefused, NotReadable, TooLarge, Unsigned, WrongSignature
from keyhouse.protocols.saml.keys import Certificate, PrivateKey
from keyhouse.protocols.saml.xml import MAX_BYTES

_HASHES: dict[str, type[hashes.SHA256 | hashes.SHA384 | hashes.SHA512]] = {
    "256": hashes.SHA256,
    "384": hashes.SHA384,
    "512": hashes.SHA512,
}


def from_post(value: str) -> bytes:
    """The bytes of a message that came by a form: base64, line breaks allowed.

    SAML Bindings §3.5.4. Raises TooLarge, NotReadable.
    """
    if len(value) > MAX_BYTES * 3 // 2:
        raise TooLarge(limit=MAX_BYTES)
    try:
        return base64.b64decode("".join(value.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotReadable(reason="it isn't base64") from error


def to_post(message: bytes) -> str:
    """The value of the form field that carries a message."""
    return base64.b64encode(message).decode()


def from_redirect(value: str) -> bytes:
    """The bytes of a message that came in an address: base64 of raw deflate, capped while it inflates.

    SAML Bindings §3.4.4.1. Raises TooLarge, NotReadable.
    """
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        message = inflater.decompress(from_post(value), MAX_BYTES + 1)
    except zlib.error as error:
        raise NotReadable(reason="it isn't deflated") from error
    if len(message) > MAX_BYTES:
        raise TooLarge(limit=MAX_BYTES)
    if not inflater.eof:
        raise NotReadable(reason="it is cut short")
    return message


def deflated(message: bytes) -> str:
    """A message as an address carries it."""
    squeeze = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return base64.b64encode(squeeze.compress(message) + squeeze.flush()).decode()


def redirect_url(url: str, field: str, message: bytes, relay_state: str | None, key: PrivateKey) -> str:
    """The address that carries a signed message to the other side, RSA-SHA256 (SAML Bindings §3.4.4.1)."""
    query = f"{field}={quote(deflated(message), safe='')}"
    if relay_state:
        query += f"&RelayState={quote(relay_state, safe='')}"
    query += f"&SigAlg={quote(names.RSA_SHA256, safe='')}"
    signature = key.sign(query.encode(), padding.PKCS1v15(), hashes.SHA256())
    return f"{url}{'&' if '?' in url else '?'}{query}&Signature={quote(base64.b64encode(signature).decode(), safe='')}"


def check_redirect_signature(query: str, field: str, certificates: tuple[Certificate, ...]) -> None:
    """The address was signed, as it was sent, with a pinned key and an allowed algorithm.

    `query` is the raw query string. SAML Bindings §3.4.4.1. Raises Unsigned, AlgorithmRefused, WrongSignature.
    """
    raw = _single_parameters(query)
    if "Signature" not in raw or "SigAlg" not in raw:
        raise Unsigned(element=field)
    algorithm = unquote_plus(raw["SigAlg"])
    if algorithm not in names.SIGNATURE_METHODS:
        raise AlgorithmRefused(algorithm=algorithm)

    signed = "&".join(f"{name}={raw[name]}" for name in (field, "RelayState", "SigAlg") if name in raw).encode()
    signature = from_post(unquote_plus(raw["Signature"]).replace(" ", "+"))
    if not any(_fits(certificate, signature, signed, algorithm) for certificate in certificates):
        raise WrongSignature(reason="no certificate fits the signature of the address")


def _single_parameters(query: str) -> dict[str, str]:
    """The parameters as they were sent, undecoded; a repeated one is refused."""
    raw: dict[str, str] = {}
    for part in query.split("&"):
        name, _, value = part.partition("=")
        if name in raw:
            raise NotReadable(reason=f"{name} is repeated")
        raw[name] = value
    return raw


def _fits(certificate: Certificate, signature: bytes, signed: bytes, algorithm: str) -> bool:
    """Whether the signature was made with the key of that certificate."""
    digest, key = _HASHES[algorithm[-3:]](), certificate.public_key()
    try:
        if isinstance(key, rsa.RSAPublicKey) and "#rsa-" in algorithm:
            key.verify(signature, signed, padding.PKCS1v15(), digest)
            return True
        if isinstance(key, ec.EllipticCurvePublicKey) and "#ecdsa-" in algorithm:
            key.verify(signature, signed, ec.ECDSA(digest))
            return True
    except InvalidSignature:
        return False
    return False
