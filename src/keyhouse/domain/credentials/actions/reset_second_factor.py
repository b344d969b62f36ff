"""Take a person's authenticator app and recovery codes away, so that she can set up new ones."""

from django.db import transaction

from keyhouse.domain.credentials.events import SecondFactorReset
from keyhouse.domain.credentials.models import Authenticator, RecoveryCode
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, require_fresh
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def reset_second_factor(*, by: Actor, person: Person) -> None:
    """Remove the second factor of somebody who lost it; she sets up a new one at sign-in.

    Raises NotAllowed, NeedsFreshSignIn.
    """
    authorize(by, Permission.TWO_FACTOR_MANAGE, on=facts_of_person(person))
    require_fresh(by, within=organizations.fresh_within(person.organization_id))

    rows_of(Authenticator, person.organization_id).filter(person_id=person.id).delete()
    rows_of(RecoveryCode, person.organization_id).filter(person_id=person.id).delete()

    record(SecondFactorReset(email=person.email), by=by, on=person)
