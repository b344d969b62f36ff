"""Keep what an identity provider answered: a verified answer for its browser, a refused one for the log."""

import dataclasses

from django.db import transaction

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.errors import AnswerRefused, Replayed
from keyhouse.domain.sign_in.events import SignOnRefused
from keyhouse.domain.sign_in.models import SignInAttempt, SignOnResult
from keyhouse.domain.sign_in.rules.sign_on import RESULT_LIFE, Answer, support_code
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import BrokenRule, Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def keep_sign_on_answer(*, by: Actor, connection: Connection, answer: Answer) -> str | Refused:
    """Answer the one-time handle under which the browser may finish, or the refusal, which is remembered."""
    authorize(by, Permission.SIGN_IN, on=facts_of(connection.organization_id))

    request = queries.open_request(connection, answer.request_id)
    rule: BrokenRule | None = None
    if answer.refused or request is None:
        rule = AnswerRefused(connection=connection.name, reason=answer.sentence)
    elif request.finished_at is not None or queries.was_seen(connection, answer.assertion_id):
        rule = Replayed(connection=connection.name)

    now, handle = clock.now(), secrets.new_handle()
    reason = (answer.refused or rule.code) if rule else ""
    attempt = SignInAttempt.objects.of(connection.organization_id).create(
        connection=connection, at=now, support_code=support_code(), method="sso", outcome=reason or "received",
        checks=answer.checks, received=answer.received, address=answer.name[:320], ip=by.ip, device=by.device,
    )  # fmt: skip
    if rule is None:
        SignOnResult.objects.of(connection.organization_id).create(
            request=request, attempt=attempt, handle_hash=handle.hash, until=now + RESULT_LIFE,
            answer=dataclasses.asdict(answer) | {"checks": [], "received": {}},
        )  # fmt: skip
        return handle.text

    code = attempt.support_code
    event = SignOnRefused(connection=connection.name, name=answer.name, reason=reason, support_code=code)
    record(event, by=by, on=connection)
    return Refused(rule, support_code=code)
