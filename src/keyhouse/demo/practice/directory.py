"""The directory of the practice identity provider: its people, kept in a file of the demo's folder."""

import json
import secrets
import threading
from dataclasses import asdict, dataclass, replace
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Account:
    """A person as the identity provider knows her; `scim_id` is what Keyhouse calls her."""

    external_id: str
    email: str
    given_name: str
    family_name: str
    active: bool = True
    scim_id: str = ""

    @property
    def name(self) -> str:
        """The name shown."""
        return f"{self.given_name} {self.family_name}".strip() or self.email


class Directory:
    """The accounts in the order in which they were made; every change is written to the file at once."""

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, threading.Lock()

    def accounts(self) -> list[Account]:
        """Everybody."""
        return [Account(**one) for one in json.loads(self._path.read_text())] if self._path.exists() else []

    def account(self, external_id: str) -> Account | None:
        """The account with this id."""
        return next((one for one in self.accounts() if one.external_id == external_id), None)

    def keep(self, account: Account) -> Account:
        """Write an account down, new or changed."""
        with self._lock:
            others = self.accounts()
            known = [one.external_id for one in others]
            if account.external_id in known:
                others[known.index(account.external_id)] = account
            else:
                others.append(account)
            beside = self._path.with_suffix(".new")
            beside.write_text(json.dumps([asdict(one) for one in others], indent=1))
            beside.replace(self._path)
        return account

    def change(self, account: Account, **changes: object) -> Account:
        """Write down a change of an account."""
        return self.keep(replace(account, **changes))  # type: ignore[arg-type]


def new_external_id() -> str:
    """An id as identity providers make them: opaque."""
    return "00u" + secrets.token_hex(8)
