"""Secrets: made from randomness, kept as hashes, or encrypted under a key of their own purpose."""

from keyhouse.foundation.secrets.encryption import Unreadable, decrypt, encrypt, key_for, renewed
from keyhouse.foundation.secrets.handles import Handle, hash_of, new_handle, same
from keyhouse.foundation.secrets.passwords import hash_password, is_password

__all__ = [
    "Handle",
    "Unreadable",
    "decrypt",
    "encrypt",
    "hash_of",
    "hash_password",
    "is_password",
    "key_for",
    "new_handle",
    "renewed",
    "same",
]
