"""Note how the test of a stream went."""

from django.db import transaction

from keyhouse.domain.security_logs.events import StreamTested
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

ARRIVED = "it arrived"


@transaction.atomic
def note_stream_test(*, by: Actor, stream: LogStream, error: str) -> None:
    """Keep whether a test arrived, and why not; after a good one a failing stream is tried again at once.

    Raises NotAllowed.
    """
    authorize(by, Permission.LOGS_MANAGE, on=facts_of(stream.organization_id))

    changes = {"tested_at": clock.now(), "test_error": error[:500]} | ({} if error else {"not_before": None})
    LogStream.objects.of(stream.organization_id).filter(id=stream.id).update(**changes)

    record(StreamTested(stream=stream.name, outcome=error or ARRIVED), by=by, on=stream)
