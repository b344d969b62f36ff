"""Check the password that somebody typed, and remember a wrong try."""

from django.db import transaction

from keyhouse.domain.credentials import queries
from keyhouse.domain.credentials.actions.count_wrong_try import count_wrong_try
from keyhouse.domain.credentials.errors import WrongPassword
from keyhouse.domain.credentials.events import FactorProved, SignInRefused
from keyhouse.domain.credentials.rules import PasswordProof
from keyhouse.domain.people.models import Person
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import BrokenRule, Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def check_password(
    *, by: Actor, person: Person | None, address: str, proof: PasswordProof, barred: BrokenRule | None = None
) -> Refused | None:
    """Take a password proof, or refuse it and count a wrong try; a person who does not exist is refused alike.

    A stopped person is refused also with the right password, and so is one who is `barred` by another rule. It opens
    nothing: only a session does.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(None))

    if person is None:
        record(SignInRefused(email=address, reason="no such person"), by=by)
        return Refused(WrongPassword())
    queries.tries_of(person)
    is_stopped = queries.is_stopped(person)
    is_current = bool(proof.compared_with) and proof.compared_with == queries.hash_of_password(person)
    if is_stopped or not (proof.fits and proof.person_id == person.id and is_current):
        count_wrong_try(by=by, person=person, reason="stopped" if is_stopped else "wrong password")
        return Refused(WrongPassword())

    if barred is not None:
        record(SignInRefused(email=address, reason=barred.code), by=by, on=person)
        return Refused(WrongPassword())
    record(FactorProved(email=person.email, factor="password"), by=by, on=person)
    return None
