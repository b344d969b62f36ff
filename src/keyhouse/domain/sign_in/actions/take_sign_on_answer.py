"""Take a verified answer: once, and in the browser that began the request."""

from django.db import IntegrityError, transaction
from django.utils.dateparse import parse_datetime

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.sign_in.errors import AnotherBrowser, Replayed
from keyhouse.domain.sign_in.events import SignOnRefused
from keyhouse.domain.sign_in.models import SeenAssertion, SignInAttempt, SignOnRequest, SignOnResult
from keyhouse.domain.sign_in.rules.sign_on import REQUEST_LIFE, Purpose, reason_of, support_code
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import BrokenRule, Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def take_sign_on_answer(
    *, by: Actor, connection: Connection, handle: str, browser: str, purpose: Purpose
) -> SignOnResult | Refused:
    """Answer the result that waits under a handle; request and assertion are used up by it, in one statement each.

    A handle in another browser, or for another purpose, uses nothing up. The refusal is remembered.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(connection.organization_id))

    now, own = clock.now(), connection.organization_id
    results = SignOnResult.objects.of(own).filter(handle_hash=secrets.hash_of(handle), request__connection=connection)
    result = results.select_related("request", "attempt").first()
    if result is None or result.until <= now or not _is_hers(result, browser, purpose):
        return _refused(by, connection, AnotherBrowser(), None)
    if not SignOnRequest.objects.of(own).filter(id=result.request_id, finished_at=None).update(finished_at=now):
        return _refused(by, connection, Replayed(connection=connection.name), result)
    until = parse_datetime(result.answer["until"]) or now + REQUEST_LIFE
    seen = SeenAssertion(
        organization_id=own, connection=connection, assertion_id=result.answer["assertion_id"], until=until
    )
    try:
        with transaction.atomic():
            seen.save(force_insert=True)
    except IntegrityError:
        return _refused(by, connection, Replayed(connection=connection.name), result)

    return result


def _is_hers(result: SignOnResult, browser: str, purpose: Purpose) -> bool:
    """Whether this browser began the request, for this purpose."""
    same = secrets.same(result.request.browser_hash, secrets.hash_of(browser))
    return same and result.request.purpose == purpose.value


def _refused(by: Actor, connection: Connection, rule: BrokenRule, result: SignOnResult | None) -> Refused:
    """Remember the refusal in an attempt of its own: the answer's attempt tells what became of the first use."""
    name = str(result.answer["name"]) if result else ""
    attempt = SignInAttempt.objects.of(connection.organization_id).create(
        connection=connection, at=clock.now(), support_code=support_code(), method="sso", outcome=reason_of(rule),
        address=name[:320], ip=by.ip, device=by.device,
    )  # fmt: skip
    code = attempt.support_code
    event = SignOnRefused(connection=connection.name, name=name, reason=reason_of(rule), support_code=code)
    record(event, by=by, on=connection)
    return Refused(rule, support_code=code)
