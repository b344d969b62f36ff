"""A paused stream carries nothing and keeps its place."""

import pytest

from keyhouse.domain.security_logs import actions, jobs
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.domain.security_logs.rules import Kind
from keyhouse.foundation.errors import NotAllowed
from tests.domain.security_logs.streaming import add
from tests.foundation.audit.bicycles import paint, sealed


def test_it_carries_nothing_until_it_goes_on(ada, cast, collector):
    stream = add(ada, cast.acme, Kind.WEBHOOK, f"http://{collector.place}/in")
    assert actions.pause_stream(by=ada, stream=stream)
    assert not actions.pause_stream(by=ada, stream=stream)
    paint(ada, cast.ben)
    sealed(cast.acme.id)

    jobs.run_stream(organization_id=cast.acme.id, stream_id=stream.id)

    assert collector.received == []
    assert LogStream.objects.of(cast.acme).get().position == stream.position


def test_another_organization_pauses_nothing(ada, mallory, cast, untouched):
    stream = add(ada, cast.acme)

    with pytest.raises(NotAllowed), untouched():
        actions.pause_stream(by=mallory, stream=stream)
