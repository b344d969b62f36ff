"""Add a stream that carries the security log to a webhook, to syslog or to a file."""

from django.db import transaction

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.security_logs import queries, rules
from keyhouse.domain.security_logs.errors import StreamNameTaken, TooManyStreams
from keyhouse.domain.security_logs.events import StreamCreated
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.audit.streaming import Kind
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def add_stream(
    *, by: Actor, organization: Organization, setup: rules.StreamSetup, from_beginning: bool = False
) -> tuple[LogStream, str]:
    """Add a stream; it carries what is sealed from now on, or the whole log from its beginning.

    Returns it with the secret that signs a webhook, which is shown once; empty for the other kinds.
    Raises NotAllowed, WrongAddress, WrongCertificate, StreamNameTaken, TooManyStreams.
    """
    authorize(by, Permission.LOGS_MANAGE, on=facts_of(organization.id))

    setup = rules.checked(setup)
    streams = LogStream.objects.of(organization)
    if streams.count() >= rules.MOST_STREAMS:
        raise TooManyStreams(most=rules.MOST_STREAMS)
    if streams.filter(name__iexact=setup.name).exists():
        raise StreamNameTaken(name=setup.name)

    secret = secrets.new_handle(rules.PREFIX).text if setup.kind is Kind.WEBHOOK else ""
    stream: LogStream = streams.create(
        name=setup.name,
        kind=setup.kind,
        address=setup.address,
        certificate=setup.certificate,
        secret_encrypted=secrets.encrypt(rules.PURPOSE, secret) if secret else "",
        position=0 if from_beginning else queries.last_sequence(organization.id),
        made_by_id=by.person_id,
        made_at=clock.now(),
    )

    record(StreamCreated(stream=stream.name, kind=stream.kind, place=rules.place_shown(stream)), by=by, on=stream)
    return stream, secret
