"""End sessions of a person: a sign-out, a step of leaving, and of changes to her credentials."""

from django.db import transaction

from keyhouse.domain.known_devices import actions as devices
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.domain.sign_in.errors import SessionNotFound
from keyhouse.domain.sign_in.events import SessionEnded, SessionsEnded
from keyhouse.domain.sign_in.models import Session, SignInStep
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def end_sessions(*, by: Actor, person: Person, only: int | None = None) -> int:
    """Delete every session and unfinished sign-in of a person, or only one session; answers how many sessions ended.

    From then on a request with their cookies is nobody's, and a remembered device is asked for a code again.
    Raises NotAllowed, SessionNotFound.
    """
    authorize(by, Permission.SESSIONS_END, on=facts_of_person(person))

    mine = rows_of(Session, person.organization_id).filter(person=person)
    one = mine.filter(id=only).first() if only is not None else None
    if only is not None and one is None:
        raise SessionNotFound()

    if one is not None:
        one.delete()
        record(SessionEnded(email=person.email, device=one.device, own=only == by.session_id), by=by, on=person)
        return 1

    ended, _ = mine.delete()
    rows_of(SignInStep, person.organization_id).filter(person=person).delete()
    devices.forget_devices(by=by, person=person)
    if ended:
        record(SessionsEnded(email=person.email, count=ended), by=by, on=person)
    return ended
