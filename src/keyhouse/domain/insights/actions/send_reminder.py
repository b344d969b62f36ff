"""Send a reminder to the people behind a figure."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.insights import queries, rules
from keyhouse.domain.insights.errors import NothingToRemindOf, RemindedLately
from keyhouse.domain.insights.events import ReminderSent
from keyhouse.domain.insights.rules import FIGURES, Figure
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.long_work import beginning
from keyhouse.foundation.long_work.models import LongWork
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def send_reminder(*, by: Actor, figure: Figure) -> LongWork:
    """Mail everybody behind a figure what is expected of them, one after the other; once a day at most.

    Raises NotAllowed, NothingToRemindOf, RemindedLately.
    """
    authorize(by, Permission.INSIGHTS_MANAGE, on=facts_of(by.organization_id))

    organization_id, words = by.organization_id or 0, FIGURES[figure]
    number = queries.rows(organization_id).filter(queries.condition(organization_id, figure)).count()
    if not words.reminder or not number:
        raise NothingToRemindOf(figure=words.label)
    since = clock.now() - dt.timedelta(hours=rules.REMIND_AGAIN_HOURS)
    if LongWork.objects.of(organization_id).filter(
        kind="insights.reminder", arguments__figure=figure.value, asked_at__gt=since
    ):
        raise RemindedLately(hours=rules.REMIND_AGAIN_HOURS)

    arguments = {"figure": figure.value}
    title = rules.title(figure)
    work = beginning.begin(by=by, kind="insights.reminder", title=title, arguments=arguments, total=number)

    record(ReminderSent(figure=str(words.label), count=number), by=by, on=work)
    return work
