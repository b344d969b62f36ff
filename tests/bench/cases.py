"""The calls that are measured, each with what its answer must hold."""

import itertools
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from tests.bench.load import Call, Calls, Connection, request

SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User"
PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
SCIM = "application/scim+json"
MANY = 50


class Scim:
    """The calls of an identity provider to one SCIM server."""

    def __init__(self, port: int, base: str, token: str) -> None:
        self.port, self.base, self.token = port, base, token
        self.names: list[str] = []
        self.ids: list[str] = []

    def _ask(self, method: str, path: str, body: Any = None) -> bytes:
        return request(
            method, self.base + path, token=self.token, kind=SCIM, body=json.dumps(body).encode() if body else b""
        )

    def _create(self, name: str) -> bytes:
        return self._ask(
            "POST",
            "/Users",
            {
                "schemas": [SCHEMA],
                "userName": name,
                "externalId": f"e-{name}",
                "active": True,
                "name": {"givenName": "Ari", "familyName": "Birch"},
                "emails": [{"value": name, "primary": True}],
            },
        )

    def create(self, round: int) -> Calls:
        """New people, each with a name of its own."""

        def calls(client: int) -> Iterator[Call]:
            for number in itertools.count():
                name = f"c{round}-{client}-{number}@acme.example"
                yield self._create(name), name.encode()

        return calls

    def prepare(self, count: int) -> None:
        """People to find and to deactivate."""
        connection = Connection(self.port)
        begin = len(self.names)
        for number in range(begin, begin + count):
            name = f"known{number}@acme.example"
            answer = connection.ask(self._create(name))
            self.names.append(name)
            self.ids.append(json.loads(body_of(answer))["id"])

    def find(self) -> Calls:
        """Somebody by userName, as identity providers do before each change."""

        def calls(client: int) -> Iterator[Call]:
            for name in itertools.islice(itertools.cycle(self.names), client * 7, None):
                filter_ = quote(f'userName eq "{name}"')
                yield self._ask("GET", f"/Users?filter={filter_}"), name.encode()

        return calls

    def deactivate(self, begin: int, count: int, clients: int) -> Calls:
        """Each of some people once."""
        mine = self.ids[begin : begin + count]

        def calls(client: int) -> Iterator[Call]:
            for identifier in mine[client::clients]:
                patch = {"schemas": [PATCH], "Operations": [{"op": "replace", "path": "active", "value": False}]}
                yield self._ask("PATCH", f"/Users/{identifier}", patch), b"HTTP/1.1 20"

        return calls

    def check(self, begin: int, count: int) -> None:
        """Every person of a round is deactivated, as a client sees it."""
        connection = Connection(self.port)
        for identifier in self.ids[begin : begin + count]:
            found = json.loads(body_of(connection.ask(self._ask("GET", f"/Users/{identifier}"))))
            if found["active"] is not False:
                raise SystemExit(f"{identifier} is still active")


def decisions(questions: list[list[Any]], token: str) -> Calls:
    """One question a request."""

    def calls(client: int) -> Iterator[Call]:
        for person, task, asset, allowed in itertools.islice(itertools.cycle(questions), client * 13, None):
            body = json.dumps(question(person, task, asset)).encode()
            yield (
                request("POST", "/access/v1/evaluation", token=token, body=body),
                b'"decision":true' if allowed else b'"decision":false',
            )

    return calls


def many_decisions(questions: list[list[Any]], token: str) -> Calls:
    """Fifty questions a request; the answer must hold every decision in its place."""
    packs = [questions[place : place + MANY] for place in range(0, len(questions) - MANY, MANY)]

    def calls(client: int) -> Iterator[Call]:
        for pack in itertools.islice(itertools.cycle(packs), client * 3, None):
            body = json.dumps({"evaluations": [question(*one[:3]) for one in pack]}).encode()
            last = b'"decision":true' if pack[-1][3] else b'"decision":false'
            yield request("POST", "/access/v1/evaluations", token=token, body=body), last

    return calls


def question(person: str, task: str, asset: str) -> dict[str, Any]:
    """A question as AuthZEN sends it."""
    return {
        "subject": {"type": "person", "id": person},
        "action": {"name": task},
        "resource": {"type": "ad_account", "id": asset},
    }


def hello(client: int) -> Iterator[Call]:
    """The least that can be asked."""
    asked = request("GET", "/")
    while True:
        yield asked, b"hello"


def body_of(answer: bytes) -> bytes:
    """The body of an answer, taken out of its chunks."""
    head, _, body = answer.partition(b"\r\n\r\n")
    if b"transfer-encoding: chunked" not in head.lower():
        return body
    found = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size, 16)
        found, body = found + body[:length], body[length + 2 :]
        if not length:
            break
    return found
