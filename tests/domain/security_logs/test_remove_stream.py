"""A removed stream carries nothing any more, and the log tells who removed it."""

import pytest

from keyhouse.domain.security_logs import actions, jobs
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.security_logs.streaming import add


def test_it_is_gone(ada, cast):
    stream = add(ada, cast.acme)

    actions.remove_stream(by=ada, stream=stream)
    jobs.run_stream(organization_id=cast.acme.id, stream_id=stream.id)

    assert not LogStream.objects.of(cast.acme).exists()
    assert audit.events(cast.acme.id)[0].sentence == "Ada removed the log stream file."


def test_another_organization_removes_nothing(ada, mallory, cast, untouched):
    stream = add(ada, cast.acme)

    with pytest.raises(NotAllowed), untouched():
        actions.remove_stream(by=mallory, stream=stream)
