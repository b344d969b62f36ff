"""Set the password of a person."""

from django.db import transaction

from keyhouse.domain.credentials import queries
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
def set_password(*, by: Actor, person: Person, password: NewPassword) -> None:
    """Keep a new password of a person in place of the old one. Raises NotAllowed."""
    authorize(by, Permission.CREDENTIALS_CHANGE, on=facts_of_person(person))

    first = not queries.has_password(person)

    rows_of(Password, person.organization_id).update_or_create(
        person_id=person.id,
        defaults={"hash": password.hash, "changed_at": clock.now(), "organization_id": person.organization_id},
    )

    record(PasswordChanged(email=person.email, first=first), by=by, on=person)
