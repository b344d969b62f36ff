"""Replace the secret that signs what a webhook receives."""

from django.db import transaction

from keyhouse.domain.security_logs import rules
from keyhouse.domain.security_logs.errors import HasNoSecret
from keyhouse.domain.security_logs.events import StreamSecretRotated
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.foundation import secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.audit.streaming import Kind
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def replace_stream_secret(*, by: Actor, stream: LogStream) -> str:
    """Sign with a new secret from now on; it is returned once. Raises NotAllowed, HasNoSecret."""
    authorize(by, Permission.LOGS_MANAGE, on=facts_of(stream.organization_id))

    if stream.kind != Kind.WEBHOOK:
        raise HasNoSecret(name=stream.name)

    secret = secrets.new_handle(rules.PREFIX).text
    stream.secret_encrypted = secrets.encrypt(rules.PURPOSE, secret)
    LogStream.objects.of(stream.organization_id).filter(id=stream.id).update(secret_encrypted=stream.secret_encrypted)

    record(StreamSecretRotated(stream=stream.name), by=by, on=stream)
    return secret
