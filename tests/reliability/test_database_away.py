"""The database may go away and come back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest

from tests.serving import Installation
from tests.throwaway_postgres import ThrowawayPostgres, is_possible

BACK_WITHIN = 10.0
COOKIE = {"Cookie": "kh_session=one-that-must-be-looked-up"}


@pytest.fixture
def postgres() -> Iterator[ThrowawayPostgres]:
    """A server of this test's own."""
    if not is_possible():
        pytest.skip("no PostgreSQL server can be started here")
    server = ThrowawayPostgres()
    server.start()
    with psycopg.connect(server.url.replace("/keyhouse", "/postgres"), autocommit=True) as admin:
        admin.execute("CREATE DATABASE keyhouse")
    yield server
    server.stop()


@pytest.mark.kill
def test_requests_are_refused_while_the_database_is_away_and_served_when_it_is_back(
    postgres: ThrowawayPostgres, tmp_path: Path
):
    """REL-8: the database restarts; requests answer 503 with Retry-After, and service returns by itself."""
    keyhouse = Installation(tmp_path, DATABASE_URL=postgres.url)
    keyhouse.run("migrate")
    made = keyhouse.bootstrap(
        "--organization", "Acme", "--admin", "ada@acme.example", "--verified-domain", "acme.example"
    )
    keyhouse.serve()
    people = f"{made['scim']['base_url']}/Users"
    try:
        with httpx.Client(headers={"Authorization": f"Bearer {made['scim']['token']}"}, trust_env=False) as client:
            assert client.get(people).status_code == 200
            postgres.pause()
            away = [client.get(people, timeout=10), client.get(f"{keyhouse.url}/", headers=COOKIE, timeout=10)]
            postgres.resume()

            assert [(answer.status_code, "Retry-After" in answer.headers) for answer in away] == [(503, True)] * 2
            assert seconds_until_served(client, people) < BACK_WITHIN
    finally:
        keyhouse.end()


def seconds_until_served(client: httpx.Client, address: str) -> float:
    """How long it takes until the address answers well again."""
    began = time.monotonic()
    while time.monotonic() < began + BACK_WITHIN:
        if client.get(address, timeout=10).status_code == 200:
            break
        time.sleep(0.1)
    return time.monotonic() - began
