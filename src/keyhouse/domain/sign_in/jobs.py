"""What is tidied about signing in; everything was checked at its use already."""

import datetime as dt

from keyhouse.domain.sign_in.models import Session, SignInStep
from keyhouse.foundation import clock
from keyhouse.foundation.jobs import scheduled


@scheduled(every=dt.timedelta(hours=1))
def tidy_sign_ins(*, organization_id: int | None) -> None:
    """Delete the sessions and the unfinished sign-ins whose time is over."""
    now, reason = clock.now(), "one clean-up serves all organizations"
    Session.objects.everywhere(reason=reason).filter(until__lte=now).delete()
    SignInStep.objects.everywhere(reason=reason).filter(until__lte=now).delete()
