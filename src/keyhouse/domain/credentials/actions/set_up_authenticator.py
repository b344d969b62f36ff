"""Set up an authenticator app with its recovery codes."""

from django.db import transaction

from keyhouse.domain.credentials import queries, rules
from keyhouse.domain.credentials.actions.make_recovery_codes import make_recovery_codes
from keyhouse.domain.credentials.errors import StrongerSignInNeeded, WrongCode
from keyhouse.domain.credentials.events import SecondFactorEnabled
from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, Strength, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def set_up_authenticator(
    *, by: Actor, person: Person, secret: str, code: str, codes: list[str] | None = None
) -> list[str]:
    """Keep the secret of an app that has just shown the right code; returns the recovery codes, which are shown once.

    `codes` are recovery codes that she was shown already. Raises NotAllowed, StrongerSignInNeeded, WrongCode.
    """
    authorize(by, Permission.FACTORS_CHANGE, on=facts_of_person(person))

    if queries.has_second_factor(person) and by.strength < Strength.TWO_FACTORS:
        raise StrongerSignInNeeded()
    step = rules.step_of(secret, code, clock.now())
    if step is None:
        raise WrongCode()

    made = make_recovery_codes(by=by, person=person, codes=codes)
    rows_of(Authenticator, person.organization_id).update_or_create(
        person_id=person.id,
        defaults={
            "organization_id": person.organization_id,
            "secret_encrypted": secrets.encrypt(rules.AUTHENTICATOR_PURPOSE, secret),
            "last_step": step,
            "confirmed_at": clock.now(),
        },
    )

    record(SecondFactorEnabled(email=person.email), by=by, on=person)
    return made
