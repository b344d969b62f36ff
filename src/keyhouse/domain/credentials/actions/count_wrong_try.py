"""Count a wrong try of a person, and stop her sign-ins for a while after too many."""

from django.db import transaction

from keyhouse.domain.credentials import queries, rules
from keyhouse.domain.credentials.events import SignInRefused, SignInStopped
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def count_wrong_try(*, by: Actor, person: Person, reason: str) -> None:
    """Add one to the wrong tries of this hour, which all methods share; twenty stop every sign-in for half an hour."""
    authorize(by, Permission.SIGN_IN, on=facts_of(person.organization_id))

    tries, now = queries.tries_of(person), clock.now()
    stops = tries.count + 1 >= rules.TRIES and not queries.is_stopped(person)

    tries.count = 0 if stops else tries.count + 1
    tries.stopped_until = now + rules.STOP_FOR if stops else tries.stopped_until
    tries.save(update_fields=["count", "since", "stopped_until"])

    record(SignInRefused(email=person.email, reason=reason), by=by, on=person)
    if stops:
        until = (now + rules.STOP_FOR).isoformat(timespec="minutes")
        record(SignInStopped(email=person.email, until=until, count=rules.TRIES), by=by, on=person)
