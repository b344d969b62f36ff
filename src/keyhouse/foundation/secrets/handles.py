"""Secrets that are shown once and kept as hashes: links, tokens, session cookies."""

import hashlib
import hmac
import secrets
from typing import NamedTuple

BYTES = 32


class Handle(NamedTuple):
    """A new secret: the text for its holder, and the hash that we keep."""

    text: str
    hash: str


def new_handle(prefix: str = "") -> Handle:
    """Make a secret of 256 random bits; a prefix tells people and scanners what it is."""
    text = prefix + secrets.token_urlsafe(BYTES)
    return Handle(text, hash_of(text))


def hash_of(text: str) -> str:
    """The SHA-256 of a secret in 64 hexadecimal digits; right for random secrets, never for passwords."""
    return hashlib.sha256(text.encode()).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare two secrets or hashes wholly, in constant time."""
    return hmac.compare_digest(one.encode(), other.encode())
