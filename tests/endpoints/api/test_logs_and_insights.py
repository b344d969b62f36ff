"""The security log, streams, integrations, figures and posture through the API."""

from __future__ import annotations

from typing import Any

import pytest

from keyhouse import deliveries
from keyhouse.domain.connections.models import Connection
from keyhouse.foundation.permissions import Permission
from tests.cast import make_person
from tests.endpoints.api.calling import Caller, integration_token, own_token
from tests.foundation.audit.bicycles import paint, sealed


@pytest.fixture
def adas(cast: Any) -> Caller:
    """Ada's own token, with all that she may."""
    return Caller(own_token(cast.ada))


def test_the_log_is_read_by_filters_and_cursor(ada: Any, adas: Caller, cast: Any):
    painted = [str(paint(ada, cast.ben, f"color{number}")) for number in range(5)]
    sealed(cast.acme.id)

    first = adas("GET", "/security-logs?text=bicycle&limit=3").json()
    second = adas("GET", f"/security-logs?text=bicycle&limit=3&after={first['next']}").json()

    assert [line["id"] for line in first["items"] + second["items"]] == painted[::-1]
    assert second["next"] is None
    [line] = adas("GET", f"/security-logs?text=color2&person={cast.ben.id}").json()["items"]
    assert line["summary"] == "Ada painted Ben's bicycle color2." and line["number"] == 3
    assert adas("GET", f"/security-logs/{line['id']}").json() == line


def test_an_integration_that_reads_logs_reads_them_and_nothing_else(ada: Any, adas: Caller, cast: Any):
    made = adas("POST", "/integrations", {"name": "SIEM", "reads_logs_only": True}).json()
    siem = Connection.objects.of(cast.acme).get(id=made["app_id"])
    its = Caller(integration_token(siem, {Permission.SECURITY_LOGS_READ}))

    assert its("GET", "/security-logs").json()["items"]
    assert its("GET", "/log-streams").status_code == 403


def test_the_log_is_verified_by_a_job(adas: Caller):
    begun = adas("POST", "/log-verifications").json()
    deliveries.run_pending()

    [walk] = adas("GET", "/log-verifications").json()["items"]
    assert walk["id"] == begun["id"] and walk["is_whole"]


def test_a_stream_is_added_changed_paused_and_removed(adas: Caller):
    address = {"name": "Collector", "kind": "webhook", "address": "https://logs.example/in"}
    made = adas("POST", "/log-streams", address).json()
    path = f"/log-streams/{made['stream']['id']}"

    changed = adas("PATCH", path, {"name": "SIEM"}).json()
    paused = adas("POST", f"{path}/pause").json()
    again = adas("POST", f"{path}/secret").json()

    assert made["secret"].startswith("kh_log_") and again["secret"] != made["secret"]
    assert (changed["name"], changed["place"], paused["state"]) == ("SIEM", "logs.example:443", "paused")
    assert adas("DELETE", path).status_code == 204 and adas("GET", path).status_code == 404


def test_http_is_refused_unless_the_operator_lists_the_place(adas: Caller):
    answer = adas("POST", "/log-streams", {"name": "S", "kind": "webhook", "address": "http://198.51.100.1/in"})

    assert answer.status_code == 422 and answer.json()["error"]["code"] == "wrong_stream_address"


def test_an_integration_gets_networks_a_secret_and_tokens(adas: Caller):
    made = adas("POST", "/integrations", {"name": "shop", "permissions": ["decide"]}).json()
    path = f"/integrations/{made['app_id']}"

    changed = adas("PATCH", path, {"allowed_networks": ["203.0.113.0/24"]}).json()
    rotated = adas("POST", f"{path}/rotation").json()
    token = adas("POST", f"{path}/tokens", {"name": "web", "days": 30}).json()["token"]

    assert changed["allowed_networks"] == ["203.0.113.0/24"] and changed["permissions"] == ["decide"]
    assert rotated["app_secret"] != made["app_secret"]
    assert adas("DELETE", f"{path}/tokens/{token['id']}").status_code == 204
    assert adas("DELETE", path).status_code == 204


def test_figures_their_people_and_the_posture(adas: Caller, cast: Any):
    make_person(cast.acme, "gil@acme.example", "Gil", state="invited", activated_at=None)

    figures = adas("GET", "/insights").json()
    people = adas("GET", "/insights/people?figure=not-activated").json()["items"]
    reminder = adas("POST", "/insights/reminders", {"figure": "not-activated"}).json()

    assert figures["numbers"]["not-activated"] == 1 and len(figures["days"]) == 90
    assert [one["name"] for one in people] == ["Gil"] and reminder["total"] == 1
    states = {line["key"]: line["state"] for line in adas("GET", "/posture").json()["items"]}
    assert states["system_admins"] == "well" and states["break_glass"] == "danger"
    assert len(adas("GET", "/insights/figures").json()["items"]) == 9
