"""A full disk refuses what is new, goes on showing what is there, and is over when there is space again."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

from keyhouse.endpoints.scim import recorder
from tests.conftest import all_rows
from tests.database import DATABASE
from tests.endpoints.scim.conftest import make_token

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(DATABASE != "sqlite", reason="the page limit that stands for a full disk is SQLite's own"),
]


@pytest.fixture
def full(transactional_db: None, cast: Any) -> Iterator[None]:
    """No page may be added to the database, and none is free in it."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE filler (filling BLOB)")
        limit(pages())
        with contextlib.suppress(OperationalError):
            while True:
                cursor.execute("INSERT INTO filler VALUES (zeroblob(4000))")
    yield
    recorder.waiting.flush()  # the rows of reads, which would otherwise be written a second later
    limit(1_000_000)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE filler")


def test_a_write_answers_503_and_changes_nothing_until_there_is_space_again(full: None, cast: Any):
    """REL-7: writes answer 503 and change nothing, reads go on; with space again, the next write succeeds."""
    client = Client(headers={"authorization": f"Bearer {make_token(cast.scim)}"}, raise_request_exception=False)
    names = (f"person{number}@acme.example" for number in itertools.count())

    while (answer := create(client, next(names))).status_code != 503:
        assert answer.status_code == 201
    before = all_rows()
    refused = create(client, next(names))

    assert (refused.status_code, "Retry-After" in refused.headers) == (503, True)
    assert all_rows() == before
    assert client.get("/scim/v2/Users").status_code == 200
    limit(pages() + 1000)
    assert create(client, next(names)).status_code == 201


def create(client: Client, name: str) -> Any:
    """Provision a person."""
    return client.post("/scim/v2/Users", {"schemas": [USER], "userName": name, "active": True}, "application/scim+json")


def pages() -> int:
    """How many pages the database has."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        return int(cursor.fetchone()[0])


def limit(most: int) -> None:
    """Let the database grow to so many pages."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA max_page_count = {most}")
