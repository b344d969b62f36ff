"""Check a security code or a recovery code, take it only once, and remember a wrong try."""

from django.db import transaction

from keyhouse.domain.credentials import queries, rules
from keyhouse.domain.credentials.actions.count_wrong_try import count_wrong_try
from keyhouse.domain.credentials.errors import WrongCode
from keyhouse.domain.credentials.events import FactorProved, RecoveryCodeUsed
from keyhouse.domain.credentials.models import Authenticator, RecoveryCode
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def check_code(*, by: Actor, person: Person, code: str) -> Refused | None:
    """Take the code of an authenticator app or a recovery code, each once, or refuse it and count a wrong try."""
    authorize(by, Permission.SIGN_IN, on=facts_of(person.organization_id))

    queries.tries_of(person)
    is_stopped = queries.is_stopped(person)

    by_app = not is_stopped and _takes_security_code(person, code)
    if not by_app and (is_stopped or not _takes_recovery_code(person, code)):
        count_wrong_try(by=by, person=person, reason="stopped" if is_stopped else "wrong code")
        return Refused(WrongCode())

    if not by_app:
        left = queries.recovery_codes_left(person)
        record(RecoveryCodeUsed(email=person.email, left=left), by=by, on=person)
    record(FactorProved(email=person.email, factor="security code" if by_app else "recovery code"), by=by, on=person)
    return None


def _takes_security_code(person: Person, code: str) -> bool:
    """Use up the time step that a code belongs to."""
    rows = rows_of(Authenticator, person.organization_id)
    app = rows.select_for_update(of=("self",)).filter(person_id=person.id, confirmed_at__isnull=False).first()
    if app is None:
        return False
    secret = secrets.decrypt(rules.AUTHENTICATOR_PURPOSE, app.secret_encrypted)
    step = rules.step_of(secret, code, clock.now(), after=app.last_step)
    return step is not None and bool(rows.filter(person_id=person.id, last_step__lt=step).update(last_step=step))


def _takes_recovery_code(person: Person, code: str) -> bool:
    """Use up a recovery code."""
    rows = rows_of(RecoveryCode, person.organization_id)
    kept = rows.filter(person_id=person.id, used_at=None, hash=rules.recovery_code_hash(person.id, code))
    return bool(kept.update(used_at=clock.now()))
