"""Certificates and keys: read in any spelling, judged, and made for ourselves."""

import base64
import binascii
import re
from datetime import datetime, timedelta
from typing import TypeAlias

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from keyhouse.protocols.saml.errors import NotReadable

Certificate: TypeAlias = x509.Certificate
PrivateKey: TypeAlias = rsa.RSAPrivateKey

MIN_RSA_BITS = 2048
MIN_CURVE_BITS = 256
OWN_RSA_BITS = 2048
OWN_LIFE = timedelta(days=3650)


def read_certificate(text: str) -> Certificate:
    """Read a certificate that is given as PEM or as bare base64. Raises NotReadable."""
    body = re.sub(r"-----(BEGIN|END) CERTIFICATE-----|\s", "", text)
    try:
        return x509.load_der_x509_certificate(base64.b64decode(body, validate=True))
    except (ValueError, binascii.Error, UnsupportedAlgorithm) as error:
        raise NotReadable(reason="the certificate isn't one") from error


def pem(certificate: Certificate) -> str:
    """A certificate as PEM, as we keep and show it."""
    return certificate.public_bytes(serialization.Encoding.PEM).decode()


def bare(certificate: Certificate) -> str:
    """A certificate as base64 without its frame, as metadata carries it."""
    return base64.b64encode(certificate.public_bytes(serialization.Encoding.DER)).decode()


def fingerprint(certificate: Certificate) -> str:
    """The SHA-256 fingerprint, in pairs, as identity providers show it."""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def why_weak(certificate: Certificate) -> str | None:
    """Why the key of a certificate is too weak to be trusted, or nothing."""
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        return None if key.key_size >= MIN_RSA_BITS else f"RSA with {key.key_size} bits"
    if isinstance(key, ec.EllipticCurvePublicKey):
        return None if key.curve.key_size >= MIN_CURVE_BITS else f"the curve {key.curve.name}"
    return "a kind of key that SAML doesn't sign with"


def has_expired(certificate: Certificate, now: datetime) -> bool:
    """Whether the life of a certificate is over."""
    return now > certificate.not_valid_after_utc


def moment_in_life(certificate: Certificate, now: datetime) -> datetime:
    """The moment nearest to now at which the certificate is valid: the key is pinned, not its dates."""
    return min(max(now, certificate.not_valid_before_utc), certificate.not_valid_after_utc)


def new_key_pair(name: str, now: datetime) -> tuple[str, str]:
    """Make a key of our own with a self-signed certificate, both as PEM: (private key, certificate)."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=OWN_RSA_BITS)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:60])])
    builder = x509.CertificateBuilder(
        issuer_name=subject,
        subject_name=subject,
        public_key=key.public_key(),
        serial_number=x509.random_serial_number(),
        not_valid_before=now - timedelta(days=1),
        not_valid_after=now + OWN_LIFE,
    )
    certificate = builder.sign(key, hashes.SHA256())
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return secret.decode(), pem(certificate)


def read_private_key(text: str) -> PrivateKey:
    """Read a private key of ours. Raises NotReadable when it isn't RSA."""
    key = serialization.load_pem_private_key(text.encode(), password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise NotReadable(reason="the private key isn't RSA")
    return key
