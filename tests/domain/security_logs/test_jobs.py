"""Streams carry every sealed line in order, at least once, whatever fails in between."""

import datetime as dt
import hashlib
import hmac
import json

import pytest

from keyhouse import deliveries
from keyhouse.domain.security_alerts.models import SecurityAlert
from keyhouse.domain.security_logs import jobs, rules
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.domain.security_logs.rules import Kind
from keyhouse.foundation import clock
from keyhouse.foundation.audit.streaming import file
from tests.domain.security_logs.streaming import add
from tests.foundation.audit.bicycles import paint, sealed


@pytest.fixture
def painted(ada, cast):
    """Paint some bicycles and seal them; the ids of the events."""

    def paint_some(count: int) -> list[str]:
        made = [str(paint(ada, cast.ben, f"color {number}")) for number in range(count)]
        sealed(cast.acme.id)
        return made

    return paint_some


def run(cast):
    """Let the jobs of the streams run, as the worker does."""
    LogStream.objects.of(cast.acme).update(not_before=None)
    jobs.run_streams(organization_id=None)
    return deliveries.run_pending()


def test_a_webhook_gets_each_line_once_in_order_and_signed(ada, cast, collector, painted):
    stream = add(ada, cast.acme, Kind.WEBHOOK, f"http://{collector.place}/in")
    made = painted(230)

    run(cast)

    assert [event["id"] for event in collector.events if event["tag"] == "test.bicycle.painted"] == made
    assert len(collector.received) == 3
    headers, body = collector.received[0]
    secret = rules.destination_of(stream).secret
    assert headers["X-Hub-Signature-256"] == f"sha256={hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}"
    assert json.loads(body)["stream_id"] == str(stream.id)


def test_what_failed_is_carried_later_and_nothing_is_left_out(ada, cast, collector, painted):
    add(ada, cast.acme, Kind.WEBHOOK, f"http://{collector.place}/in")
    collector.status = 503
    made = painted(3)
    run(cast)
    failing = LogStream.objects.of(cast.acme).get()
    collector.status = 204

    run(cast)

    assert failing.failures == 1 and "it answered with status 503" in failing.last_error
    assert [event["id"] for event in collector.events][-3:] == made


def test_syslog_gets_messages_of_its_standard_over_tls(ada, cast, syslog_server, painted):
    add(ada, cast.acme, Kind.SYSLOG, syslog_server.place, certificate=syslog_server.authority)
    made = painted(2)

    run(cast)

    first, *_others = [one.decode() for one in syslog_server.messages if b"test.bicycle" in one]
    assert first.startswith("<110>1 2")
    assert f' keyhouse - test.bicycle.painted [keyhouse@32473 id="{made[0]}" sequence="' in first
    assert json.loads(first[first.index("] {") + 2 :])["id"] == made[0]


def test_a_syslog_server_with_a_certificate_of_nobody_gets_nothing(ada, cast, syslog_server, painted):
    add(ada, cast.acme, Kind.SYSLOG, syslog_server.place)
    painted(1)

    run(cast)

    assert syslog_server.messages == []
    assert "its certificate isn't trusted" in LogStream.objects.of(cast.acme).get().last_error


def test_a_file_holds_each_line_and_goes_on_behind_the_last_whole_one(ada, cast, painted):
    stream = add(ada, cast.acme)
    made = painted(2)
    run(cast)
    path = file.folder(cast.acme.id, stream.id) / file.NAME
    with path.open("a") as out:
        out.write('{"id": "a line that a killed process began')
    made += painted(1)

    run(cast)

    found = [json.loads(line)["id"] for line in path.read_text().splitlines()]
    assert [one for one in found if one in made] == made


def test_a_full_file_is_put_aside_and_the_oldest_goes(ada, cast, painted, monkeypatch):
    monkeypatch.setattr(file, "LARGEST", 10)
    monkeypatch.setattr(file, "KEPT", 2)
    stream = add(ada, cast.acme)

    for _ in range(5):
        painted(1)
        run(cast)

    names = sorted(path.name for path in file.folder(cast.acme.id, stream.id).iterdir())
    assert len(names) == 3 and names[-1] == file.NAME


def test_a_stream_that_runs_is_not_begun_again(ada, cast, painted):
    stream = add(ada, cast.acme)
    painted(1)

    for _ in range(3):
        jobs.run_streams(organization_id=None)

    assert deliveries.run_pending() == 1
    assert LogStream.objects.of(cast.acme).get(id=stream.id).sent == 2


def test_a_lost_key_is_a_failure_and_not_a_crash(ada, cast, collector, painted):
    add(ada, cast.acme, Kind.WEBHOOK, f"http://{collector.place}/in")
    LogStream.objects.of(cast.acme).update(secret_encrypted="k1.unreadable")
    painted(1)

    run(cast)

    assert "opens under no key" in LogStream.objects.of(cast.acme).get().last_error
    assert collector.received == []


def test_a_stream_carries_nothing_of_another_organization(ada, mallory, cast, collector, painted):
    """AUTH-1: Acme's stream holds no line of Rival's."""
    add(ada, cast.acme, Kind.WEBHOOK, f"http://{collector.place}/in")
    paint(mallory, cast.mallory)
    sealed(cast.rival.id)
    painted(1)

    run(cast)

    assert {event["organization_id"] for event in collector.events} == {str(cast.acme.id)}


def test_a_stream_that_fails_for_ten_minutes_raises_an_alert(ada, cast, collector, painted, time_machine):
    add(ada, cast.acme, Kind.WEBHOOK, f"http://{collector.place}/in")
    collector.status = 503
    painted(1)
    run(cast)
    time_machine.move_to(clock.now() + dt.timedelta(minutes=11))

    run(cast)

    assert [alert.kind for alert in SecurityAlert.objects.of(cast.acme)] == ["log_stream"]
