"""Mail a code to somebody who can't use her authenticator app."""

from django.db import transaction

from keyhouse.domain.credentials import queries, rules
from keyhouse.domain.credentials.errors import EmailCodeNotUsed
from keyhouse.domain.credentials.events import EmailCodeSent
from keyhouse.domain.credentials.models import CodeKind, OneTimeCode
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def send_email_code(*, by: Actor, person: Person) -> None:
    """Mail eight digits that count once within ten minutes after the password; one that was just sent is not repeated.

    It is refused where the mailbox would stand for both factors. Raises NotAllowed, EmailCodeNotUsed.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(person.organization_id))

    if not queries.may_use_email_code(person):
        raise EmailCodeNotUsed()
    if queries.has_email_code_since(person, clock.now() - rules.EMAIL_CODE_AT_MOST_EVERY):
        return

    code, now = rules.new_one_time_code(), clock.now()
    rows = rows_of(OneTimeCode, person.organization_id)
    rows.filter(person_id=person.id, kind=CodeKind.EMAIL).delete()
    kept = rows.create(
        organization_id=person.organization_id,
        person=person,
        kind=CodeKind.EMAIL,
        hash=rules.one_time_code_hash(person.id, code),
        code_encrypted=secrets.encrypt(rules.ONE_TIME_CODE_PURPOSE, code),
        made_at=now,
        until=now + rules.ONE_TIME_CODE_LASTS,
    )

    record(EmailCodeSent(email=person.email, code_id=str(kept.id)), by=by, on=person)
