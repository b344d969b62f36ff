"""What comes back from an identity provider, as frozen values that know no protocol, and what we make of a name."""

import datetime as dt
import enum
import secrets
from dataclasses import dataclass, field
from typing import Any

from keyhouse.foundation.errors import BrokenRule

REQUEST_LIFE = dt.timedelta(minutes=15)
RESULT_LIFE = dt.timedelta(minutes=2)
ATTEMPTS_KEPT = dt.timedelta(days=30)
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Purpose(enum.StrEnum):
    """Why somebody was sent to an identity provider."""

    SIGN_IN = "sign_in"
    TEST = "test"
    PROVE_AGAIN = "prove_again"


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Whom an identity provider means: its own name, the name's format, and the key by which we remember it."""

    issuer: str
    name: str
    key: str

    @property
    def is_address(self) -> bool:
        """Whether the name may be an address of ours."""
        return "@" in self.name


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An identity provider's answer after every check; `refused` is the reason code when one failed.

    `checks` are rows of check, passed and sentence; `received` is what an administrator may read; `request_id` names
    the request that it answers; `until` is the moment after which a replay is refused by its own dates;
    `authenticated_at` is when she proved to the provider who she is.
    """

    checks: list[dict[str, Any]]
    received: dict[str, Any] = field(default_factory=dict)
    refused: str = ""
    sentence: str = ""
    request_id: str = ""
    assertion_id: str = ""
    issuer: str = ""
    name: str = ""
    name_format: str = ""
    session_index: str = ""
    session_until: str = ""
    until: str = ""
    authenticated_at: str = ""

    @property
    def subject(self) -> Subject:
        """Whom it means."""
        return Subject(issuer=self.issuer, name=self.name, key=subject_key(self.name, self.name_format))


def subject_key(name: str, name_format: str) -> str:
    """The key of a name: plain addresses are compared without case, every other name exactly as it is.

    Letters beyond ASCII keep their case: folding makes other people's letters of some of them (ſ becomes s).
    """
    is_address = "@" in name and name.isascii() and not name_format.endswith(":persistent")
    return name.lower() if is_address else name


def support_code() -> str:
    """Eight letters and digits that are easy to read out, by which an administrator finds an attempt."""
    code = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{code[:4]}-{code[4:]}"


def reason_of(rule: BrokenRule) -> str:
    """The reason code of a refused attempt, as sign-on.md 3 lists them."""
    return {"no_account_at_sign_on": "no_such_person", "another_browser": "unsolicited"}.get(rule.code, rule.code)


def local_path(target: str) -> str:
    """The address to go to after sign-in when it is a path of our own; else the start page."""
    plain = target.startswith("/") and not target.startswith(("//", "/\\")) and len(target) <= 500
    return target if plain and target.isprintable() and "\\" not in target else "/"
