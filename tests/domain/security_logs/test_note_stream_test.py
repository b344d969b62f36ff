"""The test of a stream says whether it arrived, and stands in the log."""

import pytest

from keyhouse.domain.security_logs import actions, queries
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.domain.security_logs.rules import Kind
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.security_logs.streaming import add


def test_a_test_that_arrives_lets_a_failing_stream_try_at_once(ada, cast, collector):
    stream = add(ada, cast.acme, Kind.WEBHOOK, f"http://{collector.place}/in")
    LogStream.objects.of(cast.acme).update(not_before=clock.now(), failures=3)

    error = queries.try_out(stream)
    actions.note_stream_test(by=ada, stream=stream, error=error)

    tried = LogStream.objects.of(cast.acme).get()
    assert error == "" and tried.not_before is None and tried.tested_at is not None
    assert b'"is_test":true' in collector.received[0][1] and collector.events == []
    assert audit.events(cast.acme.id)[0].sentence == "Ada tested the log stream webhook: it arrived."


@pytest.mark.parametrize(
    ("address", "reason"),
    [("https://127.0.0.1:1/in", "public internet"), ("http://198.51.100.1/in", "only https is allowed")],
    ids=["an address inside", "http outside"],
)
def test_a_test_never_leaves_for_where_the_operator_does_not_allow(ada, cast, address, reason):
    """WEB-2: a stream reaches public https alone, or what the operator lists."""
    stream = add(ada, cast.acme, Kind.WEBHOOK, address)

    error = queries.try_out(stream)
    actions.note_stream_test(by=ada, stream=stream, error=error)

    assert reason in error and LogStream.objects.of(cast.acme).get().test_error == error


def test_another_organization_notes_nothing(ada, mallory, cast, untouched):
    stream = add(ada, cast.acme)

    with pytest.raises(NotAllowed), untouched():
        actions.note_stream_test(by=mallory, stream=stream, error="")
