"""End the password of a person, so that she chooses a new one."""

from django.db import transaction

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials.errors import PasswordNotUsed
from keyhouse.domain.credentials.models import Password
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.errors import WrongState
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.recovery.events import PasswordResetForced
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.domain.sign_in import queries
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of

WITH_PASSWORD = (PersonState.ACTIVE, PersonState.LOCKED, PersonState.SUSPENDED)


@transaction.atomic
def force_password_reset(*, by: Actor, person: Person) -> None:
    """End a person's password and her sessions; an active person is mailed the link to a new password at once.

    Whoever must use single sign-on has no password to end. Raises NotAllowed, WrongState, PasswordNotUsed.
    """
    authorize(by, Permission.PEOPLE_MANAGE, on=people.facts_of_person(person))

    person = people.locked(person)
    if person.state not in WITH_PASSWORD:
        raise WrongState(name=person.name, state=person.state)
    if queries.enforced_connection(person) is not None:
        raise PasswordNotUsed()

    rows_of(Password, person.organization_id).filter(person_id=person.id).delete()
    sign_in.end_sessions(by=by.within(Permission.SESSIONS_END, person), person=person)
    if person.state == PersonState.ACTIVE:
        credentials.request_password_reset(by=by, person=person, address=person.email)

    record(PasswordResetForced(email=person.email), by=by, on=person)
