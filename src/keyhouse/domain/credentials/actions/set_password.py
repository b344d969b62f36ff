"""Set the password of a person."""

from django.db import transaction

from keyhouse.domain.credentials import queries
from keyhouse.domain.credentials.errors import PasswordTooShort
from keyhouse.domain.credentials.events import PasswordChanged
from keyhouse.domain.credentials.models import Password
from keyhouse.domain.credentials.rules import NewPassword
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def set_password(*, by: Actor, person: Person, password: NewPassword, by_mail: bool = False) -> None:
    """Keep a new password of a person in place of the old one; `by_mail` when a mailed link let her choose it.

    Raises NotAllowed, PasswordTooShort.
    """
    authorize(by, Permission.CREDENTIALS_CHANGE, on=facts_of_person(person))

    policy = queries.policy_of(person.organization_id)
    if not policy.takes(password.length, password.has_all_kinds):
        raise PasswordTooShort(policy=policy.sentence)
    first = not queries.has_password(person)

    rows_of(Password, person.organization_id).update_or_create(
        person_id=person.id,
        defaults={
            "hash": password.hash,
            "changed_at": clock.now(),
            "by_mail": by_mail,
            "organization_id": person.organization_id,
        },
    )

    record(PasswordChanged(email=person.email, first=first), by=by, on=person)
