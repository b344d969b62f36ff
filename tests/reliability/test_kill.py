"""What was acknowledged survives the end of the process."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.serving import Installation

KILLS = 50 if os.environ.get("RELIABILITY") == "long" else 3
ACME = ("--organization", "Acme", "--admin", "ada@acme.example", "--verified-domain", "acme.example")


class Writer:
    """A client that provisions people one after the other, and keeps what was acknowledged."""

    def __init__(self, address: str, token: str) -> None:
        """Nothing is written yet."""
        self.address = address
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/scim+json"}
        self.acknowledged: dict[str, str] = {}
        self.count = 0
        self.enough = threading.Event()

    def write(self) -> None:
        """Create people until told to stop; a broken connection is no acknowledgement."""
        with httpx.Client(headers=self.headers, timeout=10, trust_env=False) as client:
            while not self.enough.is_set():
                self.count += 1
                name = f"person{self.count}@acme.example"
                try:
                    answer = client.post(f"{self.address}/Users", json=person(name))
                except httpx.HTTPError:
                    time.sleep(0.05)
                    continue
                if answer.status_code == 201:
                    self.acknowledged[name] = answer.json()["id"]


@pytest.mark.kill
def test_an_acknowledged_write_survives_kill_9_with_its_line_in_the_log(tmp_path: Path):
    """REL-1: kill the server at random moments; each acknowledged person is there once, and so is the event."""
    keyhouse = Installation(tmp_path)
    made = keyhouse.bootstrap(*ACME)
    writer = Writer(made["scim"]["base_url"], made["scim"]["token"])

    kill_again_and_again(keyhouse, writer)

    people, told = kept(tmp_path / "data/keyhouse.sqlite3")
    assert len(writer.acknowledged) > KILLS
    assert {people.count(name) for name in writer.acknowledged} == {1}
    assert {told.count(int(found)) for found in writer.acknowledged.values()} == {1}


def kill_again_and_again(keyhouse: Installation, writer: Writer) -> None:
    """Serve and kill, while the writer writes."""
    keyhouse.serve()
    thread = threading.Thread(target=writer.write)
    thread.start()
    try:
        for _ in range(KILLS):
            time.sleep(0.3 + random.random())
            keyhouse.end(signal.SIGKILL)
            keyhouse.serve()
    finally:
        writer.enough.set()
        thread.join()
        keyhouse.end()


def kept(database: Path) -> tuple[list[str], list[int]]:
    """The addresses of all people and the targets of all events of creation, as they stand on disk."""
    with sqlite3.connect(database) as rows:
        people = [address for (address,) in rows.execute("SELECT email_folded FROM people_person")]
        told = [target for (target,) in rows.execute(f"SELECT target_id FROM audit_auditevent WHERE tag = '{CREATED}'")]
    return people, told


CREATED = "person.account.created"


def person(name: str) -> dict[str, Any]:
    """A person as an identity provider sends one."""
    return {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": name,
        "externalId": name,
        "name": {"givenName": "Pat", "familyName": "Example"},
        "emails": [{"value": name, "primary": True, "type": "work"}],
        "active": True,
    }
