"""Note that a token was used, so that an administrator sees which ones are."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.sign_in.events import TokenUsedElsewhere, TokenUsedFromForeignNetwork
from keyhouse.domain.sign_in.models import AccessToken
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

AT_MOST_EVERY = dt.timedelta(minutes=1)
TOLD_EVERY = dt.timedelta(hours=1)


@transaction.atomic
def note_token_use(*, by: Actor, token_id: int, refused: bool = False) -> bool:
    """Write when and from where a token was last used, at most once a minute; answers whether it wrote.

    A first use from another address is an event, and so is, once an hour, one that was refused because it came from
    outside of the allowed networks. Raises NotAllowed.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(by.organization_id))

    tokens = AccessToken.objects.of(by.organization_id or 0)
    token = tokens.filter(id=token_id).first()
    now = clock.now()
    if refused and token is not None:
        return _note_refusal(by, token)
    if token is None or (token.last_used_at is not None and now - token.last_used_at < AT_MOST_EVERY):
        return False

    elsewhere = by.ip != token.last_ip
    tokens.filter(id=token_id).update(last_used_at=now, last_ip=by.ip)

    if elsewhere and by.ip:
        record(TokenUsedElsewhere(token=token.name, before=token.last_ip), by=by, on=token)
    return True


def _note_refusal(by: Actor, token: AccessToken) -> bool:
    now = clock.now()
    if token.last_refused_at is not None and now - token.last_refused_at < TOLD_EVERY:
        return False
    AccessToken.objects.of(token.organization_id).filter(id=token.id).update(last_refused_at=now)
    record(TokenUsedFromForeignNetwork(token=token.name, holder=by.name, address=by.ip), by=by, on=token)
    return True
