"""Change one's own password, proving the present one."""

from django.db import transaction

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials.errors import PasswordNotUsed
from keyhouse.domain.credentials.rules import NewPassword, PasswordProof
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.actions import end_sessions, start_session
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, Strength, authorize


@transaction.atomic
def change_password(
    *, by: Actor, person: Person, proof: PasswordProof, password: NewPassword
) -> queries.NewSession | Refused:
    """Keep a new password of the signed-in person, end all her sessions, and give this browser a new one.

    A wrong present password is remembered: Refused. Raises NotAllowed, PasswordNotUsed.
    """
    authorize(by, Permission.OWN_ACCOUNT, on=people.facts_of_person(person))

    person = people.locked(person)
    if queries.enforced_connection(person) is not None:
        raise PasswordNotUsed()
    refused = credentials.check_password(by=by, person=person, address=person.email, proof=proof)
    if refused is not None:
        return refused

    within = by.within(Permission.CREDENTIALS_CHANGE, person)
    credentials.set_password(by=within, person=person, password=password)
    end_sessions(by=by.within(Permission.SESSIONS_END, person), person=person)
    within, strength = by.within(Permission.SESSION_START, person), Strength(by.strength)
    session, cookie = start_session(
        by=within, person=person, method="password", strength=strength, proved_at=by.proved_at
    )
    return queries.NewSession(secret=cookie, until=session.until)
