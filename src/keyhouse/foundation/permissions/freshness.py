"""Whether the actor proved a moment ago who she is, as dangerous actions ask."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions.actors import Actor, ActorKind


class NeedsFreshSignIn(NotAllowed):
    """A dangerous action needs a sign-in of a moment ago."""

    code = "needs_fresh_sign_in"
    message = _("This needs a sign-in within the last {minutes} minutes.")
    step = _("Sign in again and go on.")


def is_fresh(by: Actor, *, within: dt.timedelta) -> bool:
    """Whether a signed-in browser proved within this time who uses it; tokens, jobs and commands have no browser."""
    if by.kind is not ActorKind.PERSON or by.session_id is None:
        return True
    return by.proved_at is not None and by.proved_at + within > clock.now()


def require_fresh(by: Actor, *, within: dt.timedelta) -> None:
    """Refuse a browser whose sign-in is older than this. Raises NeedsFreshSignIn."""
    if not is_fresh(by, within=within):
        raise NeedsFreshSignIn(minutes=int(within.total_seconds() // 60))
