"""End one session: sign out, or end another browser's session."""

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.domain.sign_in.errors import SessionNotFound
from keyhouse.domain.sign_in.events import SessionEnded
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def end_session(*, by: Actor, person: Person, session_id: int) -> None:
    """Delete one session of a person: her next request in that browser is nobody's.

    Raises NotAllowed, SessionNotFound.
    """
    authorize(by, Permission.SESSIONS_END, on=facts_of_person(person))

    rows = rows_of(Session, person.organization_id).filter(id=session_id, person_id=person.id)
    session = rows.first()
    if session is None:
        raise SessionNotFound()

    rows.delete()

    event = SessionEnded(email=person.email, device=session.device, own=session_id == by.session_id)
    record(event, by=by, on=person)
