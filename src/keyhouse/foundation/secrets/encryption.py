"""Texts that we must be able to read again, encrypted under a key that is derived for one purpose only."""

import base64
import binascii
import functools
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE_BYTES = 12
VERSION = "k1."


class Unreadable(ValueError):
    """No key of ours opens this value for this purpose: the key was changed, or the value is not what it claims."""


def encrypt(purpose: str, text: str) -> str:
    """Encrypt a text for one purpose; what comes back is safe to keep in a column."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(key_for(purpose)).encrypt(nonce, text.encode(), purpose.encode())
    return VERSION + base64.urlsafe_b64encode(nonce + sealed).decode()


def decrypt(purpose: str, value: str) -> str:
    """Read a value that was encrypted for this purpose, under the present key or the old one; else Unreadable."""
    for key in _keys(purpose):
        if (text := _opened(key, purpose, value)) is not None:
            return text
    raise Unreadable(f"a value kept for {purpose!r} opens under no key of this installation")


def renewed(purpose: str, value: str) -> str | None:
    """The value under the present key, or None when it already is."""
    if _opened(key_for(purpose), purpose, value) is not None:
        return None
    return encrypt(purpose, decrypt(purpose, value))


def key_for(purpose: str) -> bytes:
    """The key of 256 bits that serves this purpose and no other, derived from the present secret key."""
    return _derived(_plain(settings.KEYHOUSE.secret_key), purpose)


def _keys(purpose: str) -> list[bytes]:
    old = _plain(settings.KEYHOUSE.secret_key_old)
    return [key_for(purpose), *([_derived(old, purpose)] if old else [])]


def _plain(setting: object) -> str:
    """The text of a setting, also of one that hides itself when printed."""
    reveal = getattr(setting, "get_secret_value", None)
    return str(reveal() if reveal else setting or "")


@functools.lru_cache(maxsize=128)
def _derived(secret: str, purpose: str) -> bytes:
    if not secret:
        raise ValueError("KEYHOUSE_SECRET_KEY is empty: nothing can be encrypted")
    info = b"keyhouse/1/" + purpose.encode()
    return HKDF(algorithm=SHA256(), length=32, salt=b"keyhouse", info=info).derive(secret.encode())


def _opened(key: bytes, purpose: str, value: str) -> str | None:
    if not value.startswith(VERSION):
        return None
    try:
        sealed = base64.b64decode(value[len(VERSION) :], altchars=b"-_", validate=True)
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], purpose.encode()).decode()
    except (InvalidTag, binascii.Error, ValueError):
        return None
