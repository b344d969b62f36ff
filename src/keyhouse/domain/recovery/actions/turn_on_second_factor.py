"""Turn one's own second factor on, or replace its app."""

from django.db import transaction

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.actions import start_session
from keyhouse.foundation.permissions import Actor, Permission, Strength, authorize, require_fresh


@transaction.atomic
def turn_on_second_factor(
    *, by: Actor, person: Person, secret: str, code: str, recovery_codes: list[str]
) -> queries.NewSession:
    """Keep the app that shows this code, with its recovery codes, and give this browser a session of two factors.

    Raises NotAllowed, NeedsFreshSignIn, StrongerSignInNeeded, WrongCode.
    """
    authorize(by, Permission.OWN_ACCOUNT, on=people.facts_of_person(person))

    require_fresh(by, within=organizations.fresh_within(person.organization_id))

    credentials.set_up_authenticator(by=by, person=person, secret=secret, code=code, codes=recovery_codes)

    within, strength = by.within(Permission.SESSION_START, person), Strength.TWO_FACTORS
    session, cookie = start_session(
        by=within, person=person, method="password", strength=strength, proved_at=by.proved_at
    )
    return queries.NewSession(secret=cookie, until=session.until)
