"""Note that a token was used, so that an administrator sees which ones are."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.sign_in.events import TokenUsedElsewhere
from keyhouse.domain.sign_in.models import AccessToken
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

AT_MOST_EVERY = dt.timedelta(minutes=1)


@transaction.atomic
def note_token_use(*, by: Actor, token_id: int) -> bool:
    """Write when and from where a token was last used, at most once a minute; answers whether it wrote.

    A first use from another address is an event. Raises NotAllowed.
    """
    authorize(by, Permission.SIGN_IN, on=facts_of(by.organization_id))

    tokens = AccessToken.objects.of(by.organization_id or 0)
    token = tokens.filter(id=token_id).first()
    now = clock.now()
    if token is None or (token.last_used_at is not None and now - token.last_used_at < AT_MOST_EVERY):
        return False

    elsewhere = by.ip != token.last_ip
    tokens.filter(id=token_id).update(last_used_at=now, last_ip=by.ip)

    if elsewhere and by.ip:
        record(TokenUsedElsewhere(token=token.name, before=token.last_ip), by=by, on=token)
    return True
