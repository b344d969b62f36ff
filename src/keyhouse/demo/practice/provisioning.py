"""Pushing people to Keyhouse by SCIM, in the words of Okta or of Entra ID."""

import enum
import json
from collections import deque
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from keyhouse.demo.practice.directory import Account
from keyhouse.foundation import clock, outbound

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
KEPT = 20


class Dialect(enum.StrEnum):
    """Whose way of speaking SCIM is practiced."""

    OKTA = "Okta"
    ENTRA = "Entra ID"


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A request that was sent and what came back, as the page shows it."""

    at: str
    method: str
    path: str
    status: int
    body: str
    answer: str


class Sync:
    """Sends requests with the provisioning token and remembers the last of them."""

    def __init__(self, *, base_url: str, token: str) -> None:
        self._base_url, self.token = base_url, token
        self.exchanges: deque[Exchange] = deque(maxlen=KEPT)

    def push(self, account: Account, dialect: Dialect) -> str:
        """Find the person by address and create her when she isn't there; what Keyhouse calls her, or nothing."""
        condition = quote(f'userName eq "{account.email}"')
        found = self._ask("GET", f"/Users?filter={condition}&startIndex=1&count=100", dialect=dialect)
        people = found.get("Resources") or []
        if not people:
            return str(self._ask("POST", "/Users", _person(account, dialect), dialect).get("id", ""))
        return str(people[0]["id"])

    def set_active(self, account: Account, active: bool, dialect: Dialect) -> bool:
        """Switch a person on or off; False when Keyhouse refused."""
        value: dict[str, Any] = {"op": "replace", "value": {"active": active}}
        if dialect is Dialect.ENTRA:
            value = {"op": "Replace", "path": "active", "value": str(active)}
        self._ask("PATCH", f"/Users/{account.scim_id}", {"schemas": [PATCH], "Operations": [value]}, dialect)
        return self.exchanges[0].status < 300

    def _ask(self, method: str, path: str, body: Any = None, dialect: Dialect = Dialect.OKTA) -> dict[str, Any]:
        sent = json.dumps(body, indent=1) if body is not None else ""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/scim+json"}
        if dialect is Dialect.OKTA:
            headers["User-Agent"] = "Okta SCIM Client 1.0.0"
        try:
            answer = outbound.request(method, self._base_url + path, headers=headers, content=sent.encode())
        except outbound.Unreachable as refusal:
            self._remember(method, path, 0, sent, str(refusal))
            return {}
        text = answer.content.decode("utf-8", "replace")
        self._remember(method, path, answer.status, sent, text)
        return dict(json.loads(text)) if text.startswith("{") else {}

    def _remember(self, method: str, path: str, status: int, body: str, answer: str) -> None:
        at = clock.now().strftime("%H:%M:%S")
        self.exchanges.appendleft(
            Exchange(at=at, method=method, path=f"/scim/v2{path}", status=status, body=body, answer=_pretty(answer))
        )


def _person(account: Account, dialect: Dialect) -> dict[str, Any]:
    name = {"givenName": account.given_name, "familyName": account.family_name}
    person = {
        "schemas": [USER] if dialect is Dialect.OKTA else [USER, ENTERPRISE],
        "userName": account.email,
        "externalId": account.external_id,
        "name": name,
        "displayName": account.name,
        "emails": [{"primary": True, "value": account.email, "type": "work"}],
        "active": True,
    }
    extra: dict[str, Any] = {"locale": "en-US", "groups": []}
    if dialect is Dialect.ENTRA:
        extra = {"meta": {"resourceType": "User"}, "roles": []}
    return {**person, **extra}


def _pretty(text: str) -> str:
    return json.dumps(json.loads(text), indent=1, ensure_ascii=False) if text.startswith("{") else text
