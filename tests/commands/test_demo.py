"""demo: everything that a newcomer needs is there, answers, and is there again the second time."""

import subprocess
import sys

import httpx
import pytest

from tests.serving import Installation, ready_line

pytestmark = pytest.mark.kill
KEYS = [
    "base_url",
    "organizations",
    "portfolios",
    "people",
    "assets",
    "scim",
    "decide_token",
    "identity_provider_url",
    "mail_url",
]


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A demo that was started for the second time in its folder."""
    installation = Installation(tmp_path_factory.mktemp("demo"))
    del installation.settings["BASE_URL"]
    installation.settings["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:1/precious"
    for _ in range(2):
        installation.end()
        installation.log.write_text("")
        installation.start("demo", "--json")
        installation.wait()
        installation.facts = ready_line(installation)
    yield installation
    installation.end()


def test_its_json_names_everybody_and_everything(running):
    facts = running.facts

    assert list(facts) == KEYS
    assert {"ada", "erin", "ben", "cleo", "dana", "finn", "mallory"} <= set(facts["people"])
    assert list(facts["organizations"]) == ["Acme", "Brightside", "Rival Ltd"]
    assert facts["assets"]["act_1001"]["type"] == "ad_account"
    assert all(person["id"].isdigit() for person in facts["people"].values())


def test_its_addresses_answer(running):
    facts = running.facts
    token = {"Authorization": f"Bearer {facts['scim']['token']}"}

    with httpx.Client(trust_env=False, timeout=10) as client:
        assert client.get(f"{facts['scim']['base_url']}/Users", headers=token).json()["totalResults"] == 3
        assert "Who" not in client.get(facts["identity_provider_url"]).text
        assert client.get(f"{facts['identity_provider_url']}/metadata").status_code == 200
        assert client.get(facts["mail_url"]).status_code == 200
        assert client.get(facts["people"]["ada"]["sign_in_link"]).status_code == 200


def test_a_settings_database_is_not_touched(running):
    assert (running.folder / "data/keyhouse.sqlite3").is_file()


def test_a_person_deactivated_at_the_practice_provider_is_deactivated_in_keyhouse(running):
    facts = running.facts
    ben = f"{facts['scim']['base_url']}/Users/{facts['people']['ben']['id']}"
    token = {"Authorization": f"Bearer {facts['scim']['token']}"}

    with httpx.Client(trust_env=False, timeout=10) as client:
        client.post(f"{facts['identity_provider_url']}/people/00uben/deactivation", data={"as": "Entra ID"})
        assert client.get(ben, headers=token).json()["active"] is False
        client.post(f"{facts['identity_provider_url']}/people/00uben/reactivation", data={"as": "Okta"})
        assert client.get(ben, headers=token).json()["active"] is True


def test_a_folder_of_somebody_else_and_a_port_in_use_are_refused(running, tmp_path):
    other = Installation(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/precious").write_text("mine")

    for port, said in ((other.port, "did not make"), (running.port, "is in use")):
        command = [sys.executable, "-m", "keyhouse", "demo", "--port", str(port)]
        done = subprocess.run(
            command, cwd=tmp_path, env=other.environment(), capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 2
        assert said in done.stderr
    assert (tmp_path / "data/precious").read_text() == "mine"
