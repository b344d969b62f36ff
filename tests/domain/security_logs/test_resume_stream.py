"""A stream goes on where it stood, at once."""

import pytest

from keyhouse.domain.security_logs import actions, jobs
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.domain.security_logs.rules import Kind
from keyhouse.foundation.errors import NotAllowed
from tests.domain.security_logs.streaming import add
from tests.foundation.audit.bicycles import paint, sealed


def test_what_happened_while_it_was_paused_is_carried_then(ada, cast, collector):
    stream = add(ada, cast.acme, Kind.WEBHOOK, f"http://{collector.place}/in")
    actions.pause_stream(by=ada, stream=stream)
    painted = paint(ada, cast.ben)
    sealed(cast.acme.id)

    assert actions.resume_stream(by=ada, stream=stream)
    assert not actions.resume_stream(by=ada, stream=stream)
    jobs.run_stream(organization_id=cast.acme.id, stream_id=stream.id)

    assert str(painted) in [event["id"] for event in collector.events]
    assert LogStream.objects.of(cast.acme).get().is_on


def test_another_organization_resumes_nothing(ada, mallory, cast, untouched):
    stream = add(ada, cast.acme)
    actions.pause_stream(by=ada, stream=stream)

    with pytest.raises(NotAllowed), untouched():
        actions.resume_stream(by=mallory, stream=stream)
