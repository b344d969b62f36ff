"""Issue a code that stands in for a lost authenticator app once."""

from django.db import transaction

from keyhouse.domain.credentials import queries, rules
from keyhouse.domain.credentials.errors import CodeNotForHerself, NoSecondFactorYet
from keyhouse.domain.credentials.events import EmergencyCodeIssued
from keyhouse.domain.credentials.models import CodeKind, OneTimeCode
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, require_fresh
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def issue_emergency_code(*, by: Actor, person: Person) -> str:
    """Make eight digits that count once within ten minutes after the password; older ones end. They are shown once.

    The person and all System admins are told by mail. Raises NotAllowed, NeedsFreshSignIn, CodeNotForHerself,
    NoSecondFactorYet.
    """
    authorize(by, Permission.TWO_FACTOR_MANAGE, on=facts_of_person(person))
    require_fresh(by, within=organizations.fresh_within(person.organization_id))

    if by.person_id == person.id:
        raise CodeNotForHerself()
    if not queries.has_second_factor(person):
        raise NoSecondFactorYet(email=person.email)

    code, now = rules.new_one_time_code(), clock.now()
    rows, until = rows_of(OneTimeCode, person.organization_id), now + rules.ONE_TIME_CODE_LASTS
    rows.filter(person_id=person.id).delete()
    rows.create(
        organization_id=person.organization_id,
        person=person,
        kind=CodeKind.EMERGENCY,
        hash=rules.one_time_code_hash(person.id, code),
        made_at=now,
        until=until,
    )

    record(EmergencyCodeIssued(email=person.email, until=until.isoformat(timespec="minutes")), by=by, on=person)
    return code
