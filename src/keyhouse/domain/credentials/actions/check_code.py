"""Check a security code or a recovery code, take it only once, and remember a wrong try."""

from django.db import transaction

from keyhouse.domain.credentials import queries, rules
from keyhouse.domain.credentials.actions.count_wrong_try import WRONG_CODE, count_wrong_try
from keyhouse.domain.credentials.errors import WrongCode
from keyhouse.domain.credentials.events import FactorProved, RecoveryCodeUsed
from keyhouse.domain.credentials.models import Authenticator, OneTimeCode, Password, RecoveryCode
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of
from keyhouse.foundation.tenancy import rows_of

APP, RECOVERY = "security code", "recovery code"


@transaction.atomic
def check_code(*, by: Actor, person: Person, code: str) -> Refused | None:
    """Take the code of an app, a recovery, a mailed or an emergency code, each once, or refuse it and count a try."""
    authorize(by, Permission.SIGN_IN, on=facts_of(person.organization_id))

    queries.tries_of(person)
    is_stopped = queries.is_stopped(person)
    factor = "" if is_stopped else _factor(person, code)
    if not factor:
        count_wrong_try(by=by, person=person, reason="stopped" if is_stopped else WRONG_CODE)
        return Refused(WrongCode())

    if factor in (APP, RECOVERY):
        rows_of(Password, person.organization_id).filter(person_id=person.id, by_mail=True).update(by_mail=False)
    if factor == RECOVERY:
        record(RecoveryCodeUsed(email=person.email, left=queries.recovery_codes_left(person)), by=by, on=person)
    record(FactorProved(email=person.email, factor=factor), by=by, on=person)
    return None


def _factor(person: Person, code: str) -> str:
    """Use a code up, and answer what it is; an empty text for what is no code of hers."""
    if _takes_security_code(person, code):
        return APP
    if _takes_recovery_code(person, code):
        return RECOVERY
    kept = queries.one_time_code_of(person, code)
    rows = rows_of(OneTimeCode, person.organization_id).filter(id=kept.id if kept else None, used_at=None)
    if kept is None or not rows.update(used_at=clock.now()):
        return ""
    return f"{kept.kind} code"


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
