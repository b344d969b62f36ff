"""What is tidied about signing in; everything was checked at its use already."""

import datetime as dt

from keyhouse.domain.sign_in.models import (
    SeenAssertion,
    Session,
    SignInAttempt,
    SignInStep,
    SignOnRequest,
    SignOnResult,
)
from keyhouse.domain.sign_in.rules.sign_on import ATTEMPTS_KEPT
from keyhouse.foundation import clock
from keyhouse.foundation.jobs import scheduled


@scheduled(every=dt.timedelta(hours=1))
def tidy_sign_ins(*, organization_id: int | None) -> None:
    """Delete the sessions and the unfinished sign-ins whose time is over."""
    now, reason = clock.now(), "one clean-up serves all organizations"
    Session.objects.everywhere(reason=reason).filter(until__lte=now).delete()
    SignInStep.objects.everywhere(reason=reason).filter(until__lte=now).delete()


@scheduled(every=dt.timedelta(hours=1))
def tidy_sign_ons(*, organization_id: int | None) -> None:
    """Delete sign-on requests and results that are over, assertions that expired, and attempts older than 30 days."""
    now, reason = clock.now(), "one clean-up serves all organizations"
    for table in (SignOnResult, SeenAssertion):
        table.objects.everywhere(reason=reason).filter(until__lte=now).delete()
    SignOnRequest.objects.everywhere(reason=reason).filter(until__lte=now - dt.timedelta(hours=1)).delete()
    SignInAttempt.objects.everywhere(reason=reason).filter(at__lte=now - ATTEMPTS_KEPT).delete()
