"""Send a browser to an identity provider, and remember what it went for."""

from django.db import transaction

from keyhouse.domain.connections import rules as connections
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.sign_in.errors import SingleSignOnIsOff
from keyhouse.domain.sign_in.events import SignOnTestBegun
from keyhouse.domain.sign_in.models import SignOnRequest
from keyhouse.domain.sign_in.rules.sign_on import REQUEST_LIFE, Purpose, local_path
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize, facts_of


@transaction.atomic
def begin_sign_on(
    *, by: Actor, connection: Connection, request_id: str, browser_hash: str, next: str = "/", email: str = ""
) -> SignOnRequest:
    """Keep a request for fifteen minutes, bound to one browser; with `email` it is a test and signs nobody in.

    Who is signed in and sends no `email` proves again who she is, for her session alone.
    Raises NotAllowed, SingleSignOnIsOff.
    """
    again = Purpose.PROVE_AGAIN if by.session_id is not None and by.kind is ActorKind.PERSON else Purpose.SIGN_IN
    purpose = Purpose.TEST if email else again
    needed = Permission.SSO_MANAGE if email else Permission.SIGN_IN
    authorize(by, needed, on=facts_of(connection.organization_id))

    if not connections.is_ready(connection.saml) or (purpose is not Purpose.TEST and not connection.is_on):
        raise SingleSignOnIsOff(connection=connection.name)

    now = clock.now()
    request: SignOnRequest = SignOnRequest.objects.of(connection.organization_id).create(
        connection=connection,
        request_id=request_id,
        browser_hash=browser_hash,
        next=local_path(next),
        purpose=purpose,
        facts=_facts(by, purpose, email),
        made_at=now,
        until=now + REQUEST_LIFE,
    )

    if email:  # of everybody else who goes there, the log tells when she comes back
        record(SignOnTestBegun(connection=connection.name, email=email), by=by, on=connection)
    return request


def _facts(by: Actor, purpose: Purpose, email: str) -> dict[str, object]:
    """What the finish must know of who began."""
    if purpose is Purpose.TEST:
        return {"email": email, "by": by.person_id}
    return {"session": str(by.session_id)} if purpose is Purpose.PROVE_AGAIN else {}
