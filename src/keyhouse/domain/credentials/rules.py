"""Pure rules of passwords, codes and links: what is good enough, what fits, how long it lasts."""

import base64
import datetime as dt
import secrets as randomness
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pyotp

from keyhouse.domain.credentials.errors import PasswordTooCommon, PasswordTooLong, PasswordTooShort
from keyhouse.domain.people.models import Person
from keyhouse.foundation import secrets

SHORTEST, SHORTEST_OF_ANY_KIND, LONGEST = 8, 14, 200
GUESSES = 1e7  # a password that zxcvbn would find with fewer is refused
TRIES, TRIES_WITHIN, STOP_FOR = 20, dt.timedelta(hours=1), dt.timedelta(minutes=30)
STEP_SECONDS, STEPS_ASIDE = 30, 1
RECOVERY_CODES = 10
RESET_LASTS, SIGN_IN_LINK_LASTS = dt.timedelta(minutes=30), dt.timedelta(minutes=15)
AUTHENTICATOR_PURPOSE, LINK_PURPOSE = "authenticator", "person link"


@dataclass(frozen=True, kw_only=True)
class NewPassword:
    """A password that the policy accepted, already hashed."""

    hash: str


@dataclass(frozen=True, kw_only=True)
class PasswordProof:
    """Whether a typed password was that of a person, and the hash that it was compared with."""

    person_id: int | None
    compared_with: str
    fits: bool


def new_password(text: str, *, about: Iterable[str] = ()) -> NewPassword:
    """Take a password that the policy accepts; `about` are names and addresses that it must not be made of.

    It hashes, so call it outside of transactions. Raises PasswordTooShort, PasswordTooLong, PasswordTooCommon.
    """
    check_password(text, about=about)
    return NewPassword(hash=secrets.hash_password(text))


def check_password(text: str, *, about: Iterable[str] = ()) -> None:
    """Refuse a password that is too short, too long or easy to guess."""
    kinds: list[Callable[[str], bool]] = [str.isupper, str.islower, str.isdigit, lambda letter: not letter.isalnum()]
    has_all = all(any(kind(letter) for letter in text) for kind in kinds)
    if len(text) < (SHORTEST if has_all else SHORTEST_OF_ANY_KIND):
        raise PasswordTooShort()
    if len(text) > LONGEST:
        raise PasswordTooLong()
    words = [word for name in about for word in (name, *name.replace("@", " ").replace(".", " ").split()) if word]
    if is_common(text) or _guesses(text, words) < GUESSES:
        raise PasswordTooCommon()


def is_common(text: str) -> bool:
    """Whether a password is on the list of common ones, whatever its case and the digits and signs after it."""
    from zxcvbn.matching import RANKED_DICTIONARIES  # late: it reads its lists when it is loaded

    folded = text.casefold()
    bare = folded.rstrip("0123456789!?.,*#$-_@+ ")
    return any(word in RANKED_DICTIONARIES["passwords"] for word in (folded, bare))


def _guesses(text: str, words: list[str]) -> float:
    """How many tries a machine needs that knows words, names, dates and patterns."""
    import zxcvbn  # late: it reads its lists when it is loaded

    estimate: Any = zxcvbn.zxcvbn
    return float(estimate(text[:72], user_inputs=words)["guesses"])


def about(person: Person, organization: str = "") -> list[str]:
    """The names and addresses of a person that her password must not be made of."""
    return [person.email, person.given_name, person.family_name, person.display_name, organization, "keyhouse"]


def new_authenticator_secret() -> str:
    """A new secret of an authenticator app: 160 random bits in base 32."""
    return pyotp.random_base32()


def authenticator_address(secret: str, email: str, issuer: str) -> str:
    """The `otpauth:` address that an authenticator app reads from the QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=issuer)


def step_of(secret: str, code: str, at: dt.datetime, after: int = 0) -> int | None:
    """The time step to which a security code belongs, newer than `after`, or None when it fits none near this time."""
    present, app = int(at.timestamp()) // STEP_SECONDS, pyotp.TOTP(secret)
    near = range(present - STEPS_ASIDE, present + STEPS_ASIDE + 1)
    fitting = [step for step in near if secrets.same(app.generate_otp(step), code)]
    return next((step for step in fitting if step > after), None)


def new_recovery_codes() -> list[str]:
    """Ten codes of 80 random bits, written in four groups of four."""
    texts = [base64.b32encode(randomness.token_bytes(10)).decode().lower() for _ in range(RECOVERY_CODES)]
    return ["-".join(text[at : at + 4] for at in range(0, 16, 4)) for text in texts]


def recovery_code_hash(person_id: int, code: str) -> str:
    """The hash under which a recovery code of a person is kept; case, spaces and hyphens do not matter."""
    bare = "".join(letter for letter in code.casefold() if letter.isalnum())
    return secrets.hash_of(f"{person_id}:{bare}")


def minutes(number: int) -> dt.timedelta:
    """So many minutes."""
    return dt.timedelta(minutes=number)
