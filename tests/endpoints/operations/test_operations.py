"""Diagnostic addresses: open as far as a load balancer needs it, closed to everybody but those who run the server."""

import pytest

from keyhouse.foundation.jobs import job

pytestmark = pytest.mark.django_db
ELSEWHERE = {"REMOTE_ADDR": "203.0.113.7"}


@job()
def wait(*, organization_id):
    """A job that waits."""


@pytest.fixture
def token(settings):
    """The operator's token for figures."""
    settings.KEYHOUSE = settings.KEYHOUSE.model_copy(update={"metrics_token": "a token of the operator"})
    return "a token of the operator"


def test_anybody_may_ask_whether_the_server_lives_and_is_ready(client):
    assert client.get("/healthz", **ELSEWHERE).json() == {"status": "alive"}
    assert client.get("/readyz", **ELSEWHERE).json() == {"status": "ready"}


def test_the_full_answer_is_for_loopback(client):
    answer = client.get("/readyz").json()

    assert [check["name"] for check in answer["checks"]] == ["database", "tables", "jobs", "disk"]


def test_figures_are_for_loopback(client):
    """OPS-2: diagnostics need an operator."""
    wait.enqueue(organization_id=None)

    assert 'keyhouse_jobs{state="waiting"} 1.0' in client.get("/metrics").content.decode()
    assert client.get("/metrics", **ELSEWHERE).status_code == 404


def test_a_proxy_on_this_machine_does_not_make_its_callers_loopback(client):
    """OPS-2: a forwarded request is not the operator's."""
    for name in ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP"):
        assert client.get("/metrics", **{name: "127.0.0.1"}).status_code == 404
        assert "checks" not in client.get("/readyz", **{name: "127.0.0.1"}).json()


def test_the_token_opens_them_from_elsewhere_and_no_part_of_it_does(client, token):
    """OPS-2: the whole token, nothing else."""
    for wrong in ("", "a token", token[:-1], token + "x", token.upper()):
        answer = client.get("/metrics", **ELSEWHERE, HTTP_AUTHORIZATION=f"Bearer {wrong}")
        assert answer.status_code == 404

    assert client.get("/metrics", **ELSEWHERE, HTTP_AUTHORIZATION=f"Bearer {token}").status_code == 200


def test_without_a_token_in_the_settings_no_token_opens_anything(client):
    for given in ("Bearer", "Bearer ", "Bearer None"):
        assert client.get("/metrics", **ELSEWHERE, HTTP_AUTHORIZATION=given).status_code == 404


def test_no_diagnostic_answer_holds_a_secret(client, settings, token):
    """OPS-2: secrets planted in the settings appear in no output."""
    update = {"secret_key": "planted-key-0123456789-0123456789", "smtp_url": "smtps://ada:planted@mail.example"}
    settings.KEYHOUSE = settings.KEYHOUSE.model_copy(update=update)

    text = "".join(client.get(path).content.decode() for path in ("/healthz", "/readyz", "/metrics"))

    assert "planted" not in text
    assert token not in text


def test_a_queue_that_stands_still_is_not_ready(client, time_machine_travel):
    wait.enqueue(organization_id=None)

    time_machine_travel(minutes=6)
    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert "the oldest waits too long" in next(one["found"] for one in answer.json()["checks"] if one["name"] == "jobs")


def test_requests_are_counted_by_route_and_never_by_path(client):
    """Part of WEB-7: a path may hold a secret, a route does not."""
    client.get("/healthz")
    client.get("/activate/Zs3cr3tZs3cr3tZs3cr3tZs3cr3tZs3cr3tZs3cr3tZs3")

    text = client.get("/metrics").content.decode()
    assert 'route="healthz"' in text
    assert "s3cr3t" not in text
