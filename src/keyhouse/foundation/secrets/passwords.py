"""Passwords: hashed with Argon2id, a bounded number at a time, and with the same work for people who do not exist."""

import functools
import os
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from django.conf import settings

AT_ONCE = threading.BoundedSemaphore(os.cpu_count() or 2)


def hash_password(text: str) -> str:
    """The Argon2id hash of a password; it takes time and memory on purpose, so call it outside of transactions."""
    with AT_ONCE:
        return _hasher().hash(text)


def is_password(text: str, hash: str | None) -> bool:
    """Whether this is the password behind a hash; without a hash the same work is done, and the answer is no."""
    against = hash or _of_nobody()
    with AT_ONCE:
        try:
            return _hasher().verify(against, text) and hash is not None
        except (VerificationError, InvalidHashError):
            return False


def needs_new_hash(hash: str) -> bool:
    """Whether a hash was made with less work than we do now."""
    return _hasher().check_needs_rehash(hash)


@functools.lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    work = settings.PASSWORD_WORK
    return PasswordHasher(work["time_cost"], work["memory_cost"], work["parallelism"])


@functools.lru_cache(maxsize=1)
def _of_nobody() -> str:
    """A hash that belongs to nobody, made with the present work."""
    return _hasher().hash(os.urandom(16).hex())
