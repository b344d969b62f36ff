"""Prove again who one is, by password and second factor, before a dangerous action."""

from django.db import transaction

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as proofs
from keyhouse.domain.credentials.errors import PasswordNotUsed, StrongerSignInNeeded
from keyhouse.domain.credentials.rules import PasswordProof
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import Person
from keyhouse.domain.recovery.actions.renew_session import renew_session
from keyhouse.domain.sign_in import queries
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, Strength, authorize


@transaction.atomic
def prove_again(*, by: Actor, person: Person, proof: PasswordProof, code: str = "") -> queries.NewSession | Refused:
    """Take the password, and the code of who has an app, and give this browser a new identifier.

    Nothing weaker than the sign-in itself counts. A wrong password or code is remembered: Refused.
    Raises NotAllowed, PasswordNotUsed, StrongerSignInNeeded, SessionNotFound.
    """
    authorize(by, Permission.OWN_ACCOUNT, on=people.facts_of_person(person))

    person = people.locked(person)
    has_app = proofs.has_second_factor(person)
    strength = Strength.TWO_FACTORS if has_app else Strength.PASSWORD
    if queries.enforced_connection(person) is not None:
        raise PasswordNotUsed()
    if strength < by.strength:
        raise StrongerSignInNeeded()
    refused = credentials.check_password(by=by, person=person, address=person.email, proof=proof)
    if refused is None and has_app:
        refused = credentials.check_code(by=by, person=person, code=code)
    if refused is not None:
        return refused

    step, method = by.within(Permission.SESSION_START, person), "code" if has_app else "password"
    return renew_session(by=step, person=person, strength=strength, method=method)
