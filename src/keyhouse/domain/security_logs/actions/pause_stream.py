"""Pause a stream of the security log."""

from django.db import transaction

from keyhouse.domain.security_logs.events import StreamPaused
from keyhouse.domain.security_logs.models import LogStream, StreamState
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def pause_stream(*, by: Actor, stream: LogStream) -> bool:
    """Let a stream carry nothing until it goes on; it keeps its place. Answers whether it ran. Raises NotAllowed."""
    authorize(by, Permission.LOGS_MANAGE, on=facts_of(stream.organization_id))

    running = LogStream.objects.of(stream.organization_id).filter(id=stream.id, state=StreamState.ACTIVE)
    if not running.update(state=StreamState.PAUSED):
        return False

    record(StreamPaused(stream=stream.name), by=by, on=stream)
    return True
