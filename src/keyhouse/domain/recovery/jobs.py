"""Mailing people what they still have to set up."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from keyhouse.domain.people import queries as people
from keyhouse.domain.recovery.rules import REMINDER
from keyhouse.domain.sign_in import queries
from keyhouse.foundation import mail
from keyhouse.foundation.jobs import job
from keyhouse.foundation.long_work import NewRow, Skipped, handler
from keyhouse.foundation.long_work.models import LongWork, LongWorkRow
from keyhouse.foundation.permissions import Actor, Permission

PAGE = 1000


def who_must(by: Actor, work: LongWork, bookmark: Any) -> tuple[list[NewRow], int | None]:
    """The next page of the people who still must set a second factor up."""
    rows = queries.without_second_factor(work.organization_id).filter(id__gt=bookmark or 0)
    found = list(rows.order_by("id")[:PAGE])
    return [NewRow(subject_id=one.id, label=one.name) for one in found], found[-1].id if len(found) == PAGE else None


@handler(REMINDER, needs=Permission.TWO_FACTOR_MANAGE, source=who_must)
def remind(by: Actor, work: LongWork, row: LongWorkRow) -> Skipped | None:
    """Have one person mailed, unless she has set it up meanwhile."""
    if not queries.without_second_factor(work.organization_id).filter(id=row.subject_id or 0).exists():
        return Skipped(_("Has set it up meanwhile."))
    if not people.person(work.organization_id, row.subject_id).has_email:
        return Skipped(_("Has no email address."))
    mail_reminder.enqueue(organization_id=work.organization_id, person_id=row.subject_id, work_id=work.id)
    return None


@job()
def mail_reminder(*, organization_id: int, person_id: int, work_id: int) -> None:
    """Mail one reminder."""
    person = people.person(organization_id, person_id)
    mail.send(
        to=person.email,
        template="recovery/second_factor_reminder",
        context={
            "name": person.name,
            "organization": person.organization.name if person.organization else "Keyhouse",
            "due": queries.second_factor_due(person),
            "address": f"{settings.KEYHOUSE.base_url}/account/sign-in/",
        },
        organization_id=organization_id,
        message_id=f"{work_id}.{person_id}",
    )
