"""Choose how a person signs in: a step of the processes that may."""

from django.db import transaction

from keyhouse.domain.people import queries
from keyhouse.domain.people.events import SignInMethodChanged
from keyhouse.domain.people.models import Person, SignInMethod
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def set_sign_in_method(*, by: Actor, person: Person, method: SignInMethod) -> bool:
    """Set the sign-in method of a person; answers whether that changed anything. Raises NotAllowed."""
    authorize(by, Permission.PERSON_CHANGE, on=queries.facts_of_person(person))

    if person.sign_in_method == method:
        return False

    before, person.sign_in_method = person.sign_in_method, method
    person.version, person.changed_at = person.version + 1, clock.now()
    person.save(update_fields=["sign_in_method", "version", "changed_at"])

    record(SignInMethodChanged(email=person.email, before=before, method=method), by=by, on=person)
    return True
