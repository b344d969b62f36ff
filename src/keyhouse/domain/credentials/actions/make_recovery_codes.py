"""Make new recovery codes in place of the old ones."""

from django.db import transaction

from keyhouse.domain.credentials import queries, rules
from keyhouse.domain.credentials.errors import StrongerSignInNeeded
from keyhouse.domain.credentials.events import RecoveryCodesMade
from keyhouse.domain.credentials.models import RecoveryCode
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, Strength, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def make_recovery_codes(*, by: Actor, person: Person, codes: list[str] | None = None) -> list[str]:
    """Keep ten single-use codes as hashes and return them, to be shown once.

    Raises NotAllowed, StrongerSignInNeeded.
    """
    authorize(by, Permission.FACTORS_CHANGE, on=facts_of_person(person))

    if queries.has_second_factor(person) and by.kind is ActorKind.PERSON and by.strength < Strength.TWO_FACTORS:
        raise StrongerSignInNeeded()

    made = codes or rules.new_recovery_codes()
    rows = rows_of(RecoveryCode, person.organization_id)
    rows.filter(person_id=person.id).delete()
    rows.bulk_create(
        RecoveryCode(
            organization_id=person.organization_id,
            person_id=person.id,
            hash=rules.recovery_code_hash(person.id, one),
        )
        for one in made
    )

    record(RecoveryCodesMade(email=person.email), by=by, on=person)
    return made
