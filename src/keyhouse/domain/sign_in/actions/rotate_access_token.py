"""Replace a bearer token by a new one, and let the old one go on for a day."""

from django.db import transaction

from keyhouse.domain.sign_in import rules
from keyhouse.domain.sign_in.events import TokenRotated
from keyhouse.domain.sign_in.models import AccessToken, TokenKind
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, authorize


@transaction.atomic
def rotate_access_token(*, by: Actor, token: AccessToken) -> tuple[AccessToken, str]:
    """Make a token with the same name, permissions and length of life; the old one ends within 24 hours.

    Returns the new token and its secret, which is shown once. Raises NotAllowed.
    """
    kind = TokenKind(token.kind)
    facts = Facts(organization_id=token.organization_id, person_id=token.holder_id)
    authorize(by, rules.TOKEN_PERMISSION[kind], on=facts)

    now, secret = clock.now(), secrets.new_handle(rules.TOKEN_PREFIX[kind])
    tokens = AccessToken.objects.of(token.organization_id)
    new = tokens.create(
        kind=kind,
        holder_id=token.holder_id,
        name=token.name,
        secret_hash=secret.hash,
        permissions=token.permissions,
        made_by_id=by.person_id,
        made_at=now,
        until=now + (token.until - token.made_at) if token.until else None,
    )
    token.until = min(token.until or now + rules.ROTATION, now + rules.ROTATION)
    tokens.filter(id=token.id).update(until=token.until)

    record(TokenRotated(token=token.name, until=token.until.isoformat()), by=by, on=token)
    return new, secret.text
