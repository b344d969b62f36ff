"""End the sessions of a person: a step of leaving, and of changes to her credentials."""

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.domain.sign_in.events import SessionsEnded
from keyhouse.domain.sign_in.models import Session, SignInStep
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def end_sessions(*, by: Actor, person: Person) -> int:
    """Delete every session and unfinished sign-in of a person; answers how many sessions ended. Raises NotAllowed."""
    authorize(by, Permission.SESSIONS_END, on=facts_of_person(person))

    sessions = Session.objects.of(person.organization_id) if person.organization_id else Session.objects.of_nobody()
    steps = SignInStep.objects.of(person.organization_id) if person.organization_id else SignInStep.objects.of_nobody()
    ended, _ = sessions.filter(person=person).delete()
    steps.filter(person=person).delete()
    if not ended:
        return 0

    record(SessionsEnded(email=person.email, count=ended), by=by, on=person)
    return ended
