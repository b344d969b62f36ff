"""Remove a stream of the security log."""

from django.db import transaction

from keyhouse.domain.security_logs.events import StreamRemoved
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def remove_stream(*, by: Actor, stream: LogStream) -> None:
    """Remove a stream; what it carried stays where it is. Raises NotAllowed."""
    authorize(by, Permission.LOGS_MANAGE, on=facts_of(stream.organization_id))

    LogStream.objects.of(stream.organization_id).filter(id=stream.id).delete()

    record(StreamRemoved(stream=stream.name), by=by, on=stream)
