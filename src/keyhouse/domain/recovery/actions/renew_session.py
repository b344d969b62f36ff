"""Give a signed-in browser a new identifier after its owner proved again who she is."""

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.domain.recovery.events import SignInRenewed
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.errors import SessionNotFound
from keyhouse.domain.sign_in.models import Session
from keyhouse.domain.sign_in.rules import why_not_usable
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, Strength, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def renew_session(*, by: Actor, person: Person, strength: Strength, method: str) -> queries.NewSession:
    """Count this moment as the last proof of a session, which keeps its end; the cookie of before opens nothing.

    Raises NotAllowed, SessionNotFound and what the gate says.
    """
    authorize(by, Permission.SESSION_START, on=facts_of_person(person))

    session = rows_of(Session, person.organization_id).filter(id=by.session_id, person_id=person.id).first()
    if session is None or session.until <= clock.now():
        raise SessionNotFound()
    if rule := why_not_usable(person, person.organization, session.connection):
        raise rule

    handle = secrets.new_handle()
    session.secret_hash, session.strength, session.proved_at = handle.hash, strength, clock.now()
    session.save(update_fields=["secret_hash", "strength", "proved_at"])

    record(SignInRenewed(email=person.email, method=method), by=by, on=person)
    return queries.NewSession(secret=handle.text, until=session.until)
