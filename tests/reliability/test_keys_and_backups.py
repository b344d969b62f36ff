"""Keys rotate under the feet of people, and a backup taken under load comes back whole."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
import threading

import httpx
import pytest

from tests.reliability.test_kill import ACME, Writer
from tests.serving import Installation

pytestmark = pytest.mark.kill
ACTIVATE = """
import django; django.setup()
from keyhouse.domain.people import actions, queries
from keyhouse.foundation.permissions import operator_actor
ada = queries.holder_of("ada@acme.example")
actions.set_state(by=operator_actor(ada.organization_id), person=ada, state="active")
"""
FIRST, SECOND = "the first key of this test, long enough", "the second key of this test, long enough"


@pytest.fixture
def keyhouse(tmp_path):
    """An installation with an organization; whatever runs of it is ended."""
    (tmp_path / "one").mkdir()
    made = Installation(tmp_path / "one", SECRET_KEY=FIRST)
    made.facts = made.bootstrap(*ACME, "--admin", "erin@acme.example")
    made.bootstrap(*ACME)
    environment = {**made.environment(), "DJANGO_SETTINGS_MODULE": "keyhouse.settings"}
    subprocess.run([sys.executable, "-c", ACTIVATE], env=environment, check=True, timeout=60)
    yield made
    made.end()


def signed_in(installation):
    """A browser in which Ada is signed in by a link of the operator."""
    browser = httpx.Client(base_url=installation.url, trust_env=False, timeout=20, follow_redirects=True)
    link = re.search(r"/sign-in/link/\S+", installation.run("recover-admin", "ada@acme.example")).group(0)
    page = browser.get(link)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text).group(1)
    browser.post(link, data={"csrfmiddlewaretoken": token}, headers={"Origin": installation.url})
    return browser


def is_signed_in(browser):
    """Whether the browser's session still opens a page that needs one."""
    return browser.get("/account/", follow_redirects=False).status_code == 200


def restarted(installation, **settings):
    """The same installation with other settings."""
    installation.end()
    installation.settings.update(settings)
    installation.serve()


def test_sessions_links_tokens_and_encrypted_values_outlive_a_rotation_of_the_key(keyhouse):
    """OPS-3: rotate the key: all goes on working and is written anew; without the old key nothing is misread."""
    keyhouse.serve()
    ada = signed_in(keyhouse)
    token = {"Authorization": f"Bearer {keyhouse.facts['scim']['token']}"}
    assert is_signed_in(ada)

    for settings in ({"SECRET_KEY": SECOND, "SECRET_KEY_OLD": FIRST}, {"SECRET_KEY": SECOND, "SECRET_KEY_OLD": ""}):
        restarted(keyhouse, **settings)
        assert is_signed_in(ada)
        assert httpx.get(f"{keyhouse.url}/scim/v2/Users", headers=token, trust_env=False).status_code == 200
        assert httpx.get(keyhouse.facts["admin"]["activation_link"], trust_env=False).status_code in (200, 302, 303)
        assert {one["subject"]: one["well"] for one in doctor(keyhouse)}["key"] is True


def test_a_backup_under_load_comes_back_whole_and_goes_on(keyhouse, tmp_path):
    """REL-10: the rows are those of one moment, the log's numbers have no gap, Ada signs in, jobs resume."""
    keyhouse.serve()
    writer = Writer(keyhouse.facts["scim"]["base_url"], keyhouse.facts["scim"]["token"])
    writing = threading.Thread(target=writer.write)
    writing.start()
    while len(writer.acknowledged) < 15:
        writing.join(0.05)
    before = dict(writer.acknowledged)
    keyhouse.run("backup", "all.backup", "--with-key")
    writer.enough.set()
    writing.join(20)

    (tmp_path / "two").mkdir()
    again = Installation(tmp_path / "two")
    again.run("restore", str(keyhouse.folder / "all.backup"))
    again.serve()
    try:
        assert all(one["well"] for one in doctor(again))
        assert set(before) <= people(again)
        assert is_signed_in(signed_in(again))
        assert unfinished(again) == 0
    finally:
        again.end()


def doctor(installation):
    """What the check-up finds."""
    return json.loads(installation.run("doctor", "--json"))


def ask(installation, question):
    """The rows of a question to the database itself."""
    with sqlite3.connect(installation.folder / "data/keyhouse.sqlite3", timeout=10) as database:
        return database.execute(question).fetchall()


def people(installation):
    """The addresses of everybody."""
    return {row[0] for row in ask(installation, "SELECT email_folded FROM people_person")}


def unfinished(installation):
    """How many jobs are given up, or hang without a worker."""
    return ask(installation, "SELECT COUNT(*) FROM jobs_job WHERE state = 'dead'")[0][0]
