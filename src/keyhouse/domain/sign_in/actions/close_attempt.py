"""Note in the list of attempts how a sign-in through an identity provider ended."""

from django.db import transaction

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in.events import SignOnRefused
from keyhouse.domain.sign_in.models import SignInAttempt
from keyhouse.domain.sign_in.rules.sign_on import reason_of
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

SIGNED_IN = "signed_in"


@transaction.atomic
def close_attempt(
    *, by: Actor, connection: Connection, attempt: SignInAttempt, person: Person | None = None,
    rule: BrokenRule | None = None,
) -> str:  # fmt: skip
    """Keep the person or the rule that refused her, and answer the support code. Raises NotAllowed."""
    authorize(by, Permission.SIGN_IN, on=facts_of(connection.organization_id))

    attempt.person, attempt.outcome = person, reason_of(rule) if rule else SIGNED_IN
    attempt.checks = [*attempt.checks, {"check": "person", "passed": rule is None, "sentence": str(rule or "")}]
    attempt.save(update_fields=["person", "outcome", "checks"])

    code = attempt.support_code
    if rule is not None:
        event = SignOnRefused(
            connection=connection.name, name=attempt.address, reason=reason_of(rule), support_code=code
        )
        record(event, by=by, on=connection)
    return code
