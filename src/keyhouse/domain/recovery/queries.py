"""Questions about proving again who one is."""

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation.tenancy import rows_of


def connection_to_prove_at(person: Person, session_id: int | None) -> Connection | None:
    """The connection at which a person proves again who she is: that of her session, or the one she must use."""
    rows = rows_of(Session, person.organization_id).filter(id=session_id, person_id=person.id)
    session = rows.select_related("connection", "connection__saml").first()
    if session is not None and session.connection is not None and session.connection.is_on:
        found: Connection = session.connection
        return found
    return sign_in.enforced_connection(person)
