"""serve: from an empty folder to a running server, a clear refusal, and an end that takes everything along."""

import os
import re
import signal
import subprocess
import sys
import time

import httpx
import pytest

from keyhouse.foundation import clock
from keyhouse.protocols.saml import keys
from tests.serving import Installation

pytestmark = pytest.mark.kill


@pytest.fixture
def installation(tmp_path):
    """An installation with an empty folder; whatever runs of it is ended."""
    made = Installation(tmp_path)
    yield made
    made.end()


def get(installation, path, **headers):
    return httpx.get(installation.url + path, headers=headers, timeout=5, trust_env=False)


def test_an_empty_folder_becomes_a_server_with_a_set_up_link(installation):
    installation.serve()

    link = re.search(rf"{installation.url}/set-up/[\w-]{{43}}", installation.log.read_text())
    ready = get(installation, "/readyz").json()
    assert link is not None
    assert ready["status"] == "ready"
    assert all(check["passed"] for check in ready["checks"])


def test_a_set_up_server_prints_no_link(installation):
    installation.bootstrap("--organization", "Acme", "--admin", "ada@acme.example")
    installation.serve()

    assert "/set-up/" not in installation.log.read_text()


def test_no_line_of_the_server_holds_the_secret_of_an_address(installation):
    """Part of WEB-7: the secret is cut from every log."""
    installation.serve()
    secret = re.search(r"/set-up/([\w-]{43})", installation.log.read_text()).group(1)
    before = len(installation.log.read_text())

    for path in (
        f"/set-up/{secret}",
        f"/activate/{secret}",
        f"/invitations/{secret}",
        f"/nowhere/{secret}?token={secret}",
    ):
        get(installation, path)
    time.sleep(0.3)

    assert secret not in installation.log.read_text()[before:]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_web_and_jobs_end_with_the_server_even_when_it_is_killed(installation, how):
    installation.serve()
    family = children_of(installation.process.pid)

    os.kill(installation.process.pid, how)
    installation.process.wait(20)
    until = time.monotonic() + 10
    while time.monotonic() < until and any(alive(one) for one in family):
        time.sleep(0.1)

    assert len(family) >= 2
    assert [one for one in family if alive(one)] == []


def test_with_a_certificate_it_serves_https(installation):
    key, certificate = keys.new_key_pair("127.0.0.1", clock.now())
    folder = installation.folder / "data/tls"
    folder.mkdir(parents=True)
    (folder / "certificate.pem").write_text(certificate)
    (folder / "key.pem").write_text(key)
    installation.settings["BASE_URL"] = f"https://127.0.0.1:{installation.port}"

    installation.start("serve", "--tls")
    answer = first_answer(f"https://127.0.0.1:{installation.port}/sign-in")

    assert answer.status_code == 200
    assert "max-age" in answer.headers["Strict-Transport-Security"]
    assert all("Secure" in cookie for cookie in answer.headers.get_list("set-cookie"))


def test_a_wrong_setting_ends_it_in_clear_words(installation):
    installation.settings["BASE_URL"] = "http://keyhouse.acme.example"
    command = [sys.executable, "-m", "keyhouse", "serve", "--port", str(installation.port)]

    done = subprocess.run(
        command, cwd=installation.folder, env=installation.environment(), capture_output=True, text=True, timeout=60
    )

    assert done.returncode == 2
    assert "KEYHOUSE_BASE_URL must be https" in done.stderr
    assert "Traceback" not in done.stderr


def first_answer(url):
    """What a server that is just starting answers at last; nobody vouches for its certificate."""
    until = time.monotonic() + 60
    while True:
        try:
            return httpx.get(url, verify=False, timeout=5, trust_env=False)
        except httpx.HTTPError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def children_of(parent):
    """The processes that a process started, theirs included."""
    listing = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listing.splitlines()]
    found = [pid for pid, above in pairs if above == parent]
    return [*found, *(below for pid in found for below in children_of(pid))]


def alive(pid):
    """Whether a process runs and is no zombie."""
    try:
        return "Z" not in open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
