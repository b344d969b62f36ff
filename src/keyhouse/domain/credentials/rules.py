"""Pure rules of passwords, codes and links: what is good enough, what fits, how long it lasts."""

import base64
import datetime as dt
import hashlib
import hmac
import secrets as randomness
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pyotp
from django.utils.translation import gettext_lazy as _

from keyhouse.domain.credentials.errors import PasswordTooCommon, PasswordTooLong, PasswordTooShort
from keyhouse.domain.credentials.models import WrongTries
from keyhouse.domain.people.models import Person
from keyhouse.foundation import secrets

SHORTEST, SHORTEST_OF_ANY_KIND, LONGEST = 8, 14, 200
GUESSES = 1e7  # a password that zxcvbn would find with fewer is refused
TRIES, TRIES_WITHIN, STOP_FOR = 20, dt.timedelta(hours=1), dt.timedelta(minutes=30)
STEP_SECONDS, STEPS_ASIDE = 30, 1
RECOVERY_CODES = 10
RESET_LASTS, SIGN_IN_LINK_LASTS = dt.timedelta(minutes=30), dt.timedelta(minutes=15)
ONE_TIME_CODE_LASTS = dt.timedelta(minutes=10)
AUTHENTICATOR_PURPOSE, LINK_PURPOSE, ONE_TIME_CODE_PURPOSE = "authenticator", "person link", "one-time code"
EMAIL_CODE_AT_MOST_EVERY = dt.timedelta(minutes=1)
STOPS_WITHIN = dt.timedelta(hours=24)
STOPS_THAT_LOCK, CODES_THAT_LOCK = 3, 10


@dataclass(frozen=True, kw_only=True)
class PasswordPolicy:
    """How long a password is: `length` characters of all four kinds, or more of any kind where that is allowed."""

    length: int = SHORTEST
    long_allowed: bool = True

    @property
    def sentence(self) -> str:
        """The policy as people read it beside the field."""
        four = _("{length} or more characters with upper case, lower case, a digit and a special character")
        any_kind = _("or {long} of any kind")
        words = str(four).format(length=self.length)
        return f"{words}, {str(any_kind).format(long=self.long)}." if self.long_allowed else f"{words}."

    @property
    def long(self) -> int:
        """From how many characters on the kinds no longer matter."""
        return max(SHORTEST_OF_ANY_KIND, self.length)

    def takes(self, length: int, has_all_kinds: bool) -> bool:
        """Whether a password of this length is long enough."""
        return length >= (self.length if has_all_kinds else self.long) and (has_all_kinds or self.long_allowed)


@dataclass(frozen=True, kw_only=True)
class NewPassword:
    """A password that the policy accepted, already hashed, and what of it a stricter policy would ask."""

    hash: str
    length: int
    has_all_kinds: bool


@dataclass(frozen=True, kw_only=True)
class PasswordProof:
    """Whether a typed password was that of a person, and the hash that it was compared with."""

    person_id: int | None
    compared_with: str
    fits: bool


def new_password(text: str, *, about: Iterable[str] = (), policy: PasswordPolicy | None = None) -> NewPassword:
    """Take a password that the policy accepts; `about` are names and addresses that it must not be made of.

    It hashes, so call it outside of transactions. Raises PasswordTooShort, PasswordTooLong, PasswordTooCommon.
    """
    check_password(text, about=about, policy=policy)
    return NewPassword(hash=secrets.hash_password(text), length=len(text), has_all_kinds=has_all_kinds(text))


def check_password(text: str, *, about: Iterable[str] = (), policy: PasswordPolicy | None = None) -> None:
    """Refuse a password that is too short, too long or easy to guess."""
    asked = policy or PasswordPolicy()
    if not asked.takes(len(text), has_all_kinds(text)):
        raise PasswordTooShort(policy=asked.sentence)
    if len(text) > LONGEST:
        raise PasswordTooLong()
    words = [word for name in about for word in (name, *name.replace("@", " ").replace(".", " ").split()) if word]
    if is_common(text) or _guesses(text, words) < GUESSES:
        raise PasswordTooCommon()


def has_all_kinds(text: str) -> bool:
    """Whether a password has upper case, lower case, a digit and a special character."""
    kinds: list[Callable[[str], bool]] = [str.isupper, str.islower, str.isdigit, lambda letter: not letter.isalnum()]
    return all(any(kind(letter) for letter in text) for kind in kinds)


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


def new_one_time_code() -> str:
    """Eight random digits."""
    return f"{randomness.randbelow(10**8):08d}"


def one_time_code_hash(person_id: int, code: str) -> str:
    """The hash under which a one-time code of a person is kept; without our key nobody can try all codes out."""
    key = secrets.key_for(ONE_TIME_CODE_PURPOSE)
    return hmac.new(key, f"{person_id}:{code}".encode(), hashlib.sha256).hexdigest()


def why_lock(tries: WrongTries, now: dt.datetime, *, stops: bool, is_code: bool) -> str:
    """Count a stop or a wrong code, and answer why the account should be locked by it, or an empty text."""
    if stops:
        lapsed = tries.stops_since is None or tries.stops_since + STOPS_WITHIN <= now
        tries.stops, tries.stops_since = (1, now) if lapsed else (tries.stops + 1, tries.stops_since)
    if is_code:
        lapsed = tries.codes_since is None or tries.codes_since + TRIES_WITHIN <= now
        tries.wrong_codes, tries.codes_since = (1, now) if lapsed else (tries.wrong_codes + 1, tries.codes_since)
    if is_code and tries.wrong_codes >= CODES_THAT_LOCK:
        tries.wrong_codes, tries.codes_since = 0, None
        return "wrong_codes"
    if stops and tries.stops >= STOPS_THAT_LOCK:
        tries.stops, tries.stops_since = 0, None
        return "wrong_tries"
    return ""
