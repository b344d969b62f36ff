"""Start a session of a person who has proved who she is."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.known_devices import actions as devices
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in import queries, rules
from keyhouse.domain.sign_in.events import BreakGlassUsed, SessionStarted
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, Strength, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def start_session(
    *, by: Actor, person: Person, method: str, strength: Strength, through: rules.Through | None = None,
    proved_at: dt.datetime | None = None,
) -> tuple[Session, str]:  # fmt: skip
    """Make a session and answer it with the secret of its cookie, which is kept only as a hash.

    The one gate is asked here, whatever was proved before, and the session that this browser had ends: a new sign-in is
    a new identifier. `proved_at` is when she proved who she is, where that was earlier than now. Raises NotAllowed and
    what the gate says.
    """
    authorize(by, Permission.SESSION_START, on=people.facts_of_person(person))

    connection = through.connection if through else None
    person = people.locked(person)
    if rule := rules.why_not_usable(person, person.organization, connection):
        raise rule

    own = person.organization_id
    settings = organizations.security_settings(own) if own is not None else None
    rows_of(Session, by.home_organization_id).filter(id=by.session_id).delete()
    now, secret = clock.now(), secrets.new_handle()
    session = Session(
        organization_id=person.organization_id, person=person, secret_hash=secret.hash, method=method,
        strength=strength, connection=connection, name_id=through.name_id if through else "",
        session_index=through.session_index if through else "", made_at=now,
        proved_at=min(proved_at or now, now), last_used_at=now,
        until=rules.end_of(settings, now, through), ip=by.ip, device=by.device,
    )  # fmt: skip
    session.save(force_insert=True)

    devices.note_sign_in(by=by, person=person)
    via = connection.name if connection else ""
    record(SessionStarted(email=person.email, method=method, connection=via), by=by, on=person)
    if connection is None and queries.is_break_glass(person):
        record(BreakGlassUsed(email=person.email, method=method), by=by, on=person)
    return session, secret.text
