"""Let a paused stream of the security log go on."""

from django.db import transaction

from keyhouse.domain.security_logs.events import StreamResumed
from keyhouse.domain.security_logs.models import LogStream, StreamState
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def resume_stream(*, by: Actor, stream: LogStream) -> bool:
    """Let a stream go on where it stood, at once. Answers whether it was paused. Raises NotAllowed."""
    authorize(by, Permission.LOGS_MANAGE, on=facts_of(stream.organization_id))

    paused = LogStream.objects.of(stream.organization_id).filter(id=stream.id, state=StreamState.PAUSED)
    if not paused.update(state=StreamState.ACTIVE, not_before=None):
        return False

    record(StreamResumed(stream=stream.name), by=by, on=stream)
    return True
