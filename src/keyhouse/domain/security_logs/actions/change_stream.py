"""Change where a stream of the security log leads."""

from django.db import transaction

from keyhouse.domain.security_logs import rules
from keyhouse.domain.security_logs.errors import StreamNameTaken
from keyhouse.domain.security_logs.events import StreamChanged
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

FIELDS = ("name", "address", "certificate")


@transaction.atomic
def change_stream(*, by: Actor, stream: LogStream, setup: rules.StreamSetup) -> bool:
    """Give a stream another name, address or certificate; its kind and its place in the log stay.

    Answers whether that changed anything. Raises NotAllowed, WrongAddress, WrongCertificate, StreamNameTaken.
    """
    authorize(by, Permission.LOGS_MANAGE, on=facts_of(stream.organization_id))

    wanted = rules.checked(setup)
    streams = LogStream.objects.of(stream.organization_id)
    if streams.filter(name__iexact=wanted.name).exclude(id=stream.id).exists():
        raise StreamNameTaken(name=wanted.name)

    changed = [name for name in FIELDS if getattr(wanted, name) != getattr(stream, name)]
    if not changed:
        return False
    for name in changed:
        setattr(stream, name, getattr(wanted, name))
    stream.not_before = None
    streams.filter(id=stream.id).update(not_before=None, **{name: getattr(wanted, name) for name in changed})

    record(StreamChanged(stream=stream.name, changes=", ".join(changed)), by=by, on=stream)
    return True
