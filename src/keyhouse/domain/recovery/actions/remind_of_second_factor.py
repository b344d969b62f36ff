"""Remind people to set a second factor up."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.recovery.errors import NobodyToRemind, RemindedADayAgo
from keyhouse.domain.recovery.events import SecondFactorReminded
from keyhouse.domain.recovery.rules import REMINDER, TITLE
from keyhouse.domain.sign_in import queries
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.long_work import beginning
from keyhouse.foundation.long_work.models import LongWork
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

AT_MOST_EVERY = dt.timedelta(hours=24)


@transaction.atomic
def remind_of_second_factor(*, by: Actor) -> LongWork:
    """Mail everybody who must set a second factor up and has none, one after the other; once a day at most.

    Raises NotAllowed, NobodyToRemind, RemindedADayAgo.
    """
    authorize(by, Permission.TWO_FACTOR_MANAGE, on=facts_of(by.organization_id))

    own = by.organization_id or 0
    number = queries.without_second_factor(own).count()
    if not number:
        raise NobodyToRemind()
    if LongWork.objects.of(own).filter(kind=REMINDER, asked_at__gt=clock.now() - AT_MOST_EVERY).exists():
        raise RemindedADayAgo()

    work = beginning.begin(by=by, kind=REMINDER, title=str(TITLE), arguments={}, total=number)

    record(SecondFactorReminded(count=number), by=by, on=work)
    return work
