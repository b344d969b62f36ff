"""Count a wrong try of a person, and stop her sign-ins for a while after too many."""

from django.db import transaction

from keyhouse.domain.credentials import queries, rules
from keyhouse.domain.credentials.events import LockAsked, SignInRefused, SignInStopped
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

WRONG_CODE = "wrong code"


@transaction.atomic
def count_wrong_try(*, by: Actor, person: Person, reason: str) -> None:
    """Add one to the wrong tries of this hour, which all methods share; too many stop every sign-in for half an hour.

    The third stop within a day, and ten wrong codes after the right password within an hour, ask for a lock.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(person.organization_id))

    tries, now, allowed = queries.tries_of(person), clock.now(), queries.tries_allowed(person)
    stops = tries.count + 1 >= allowed and not queries.is_stopped(person)

    tries.count = 0 if stops else tries.count + 1
    tries.stopped_until = now + rules.STOP_FOR if stops else tries.stopped_until
    why_lock = rules.why_lock(tries, now, stops=stops, is_code=reason == WRONG_CODE)
    tries.save()

    record(SignInRefused(email=person.email, reason=reason), by=by, on=person)
    if stops:
        until = (now + rules.STOP_FOR).isoformat(timespec="minutes")
        record(SignInStopped(email=person.email, until=until, count=allowed), by=by, on=person)
    if why_lock:
        record(LockAsked(email=person.email, reason=why_lock), by=by, on=person)
