"""What single sign-on leaves behind goes when its time is over, and not before."""

import datetime as dt

import time_machine

from keyhouse.domain.lifecycle import actions
from keyhouse.domain.sign_in.jobs import tidy_sign_ons
from keyhouse.domain.sign_in.models import SeenAssertion, SignInAttempt, SignOnRequest, SignOnResult
from keyhouse.foundation import clock
from tests.domain.sign_in.sign_on import BROWSER, answered, nobody, single_sign_on

__all__ = ["nobody", "single_sign_on"]


def left(acme, **later):
    """How many rows of each kind are left after the clean-up at a later moment."""
    with time_machine.travel(clock.now() + dt.timedelta(**later)):
        tidy_sign_ons(organization_id=None)
    tables = (SignOnResult, SeenAssertion, SignOnRequest, SignInAttempt)
    return [table.objects.of(acme).count() for table in tables]


def test_each_kind_goes_when_its_time_is_over(acme, single_sign_on, nobody):
    handle = answered(nobody, single_sign_on)
    actions.finish_sign_on(by=nobody, connection=single_sign_on, handle=handle, browser=BROWSER)

    assert left(acme, seconds=1) == [1, 1, 1, 1]
    assert left(acme, minutes=3) == [0, 1, 1, 1]
    assert left(acme, hours=2) == [0, 0, 0, 1]
    assert left(acme, days=31) == [0, 0, 0, 0]
