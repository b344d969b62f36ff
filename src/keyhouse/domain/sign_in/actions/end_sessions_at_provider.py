"""End the sessions that came through an identity provider and that it has ended itself."""

from django.db import transaction

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in.events import SessionsEnded
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def end_sessions_at_provider(
    *, by: Actor, connection: Connection, person: Person, session_indexes: tuple[str, ...]
) -> int:
    """Delete her sessions of this connection: those of the indexes, or all where none is named. Raises NotAllowed."""
    authorize(by, Permission.SESSIONS_END, on=people.facts_of_person(person))

    sessions = Session.objects.of(connection.organization_id).filter(connection=connection, person=person)
    named = sessions.filter(session_index__in=session_indexes) if session_indexes else sessions
    ended, _ = named.delete()

    if ended:
        record(SessionsEnded(email=person.email, count=ended), by=by, on=person)
    return int(ended)
