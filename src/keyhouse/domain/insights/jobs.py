"""What insights do by themselves: counting large organizations ahead, and mailing reminders one by one."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from keyhouse.domain.insights import queries
from keyhouse.domain.insights.models import InsightFigures
from keyhouse.domain.insights.rules import FIGURES, Figure
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock, mail
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.long_work import NewRow, Skipped, handler
from keyhouse.foundation.long_work.models import LongWork, LongWorkRow
from keyhouse.foundation.permissions import Actor, Permission

PAGE = 1000


@scheduled(every=dt.timedelta(minutes=10))
def count_figures(*, organization_id: int | None) -> None:
    """Count the figures of every organization that has many people."""
    for owner in organizations.every_id():
        if queries.is_large(owner):
            values = queries.counted(owner)
            InsightFigures.objects.of(owner).update_or_create(
                organization_id=owner, defaults={"counted_at": clock.now(), "values": values}
            )


def the_counted(by: Actor, work: LongWork, bookmark: Any) -> tuple[list[NewRow], int | None]:
    """The next page of the people behind the figure of a reminder."""
    organization_id = work.organization_id
    rows = queries.rows(organization_id).filter(queries.condition(organization_id, Figure(work.arguments["figure"])))
    found = list(rows.filter(id__gt=bookmark or 0).order_by("id")[:PAGE])
    return [NewRow(subject_id=one.id, label=one.name) for one in found], found[-1].id if len(found) == PAGE else None


@handler("insights.reminder", needs=Permission.INSIGHTS_MANAGE, source=the_counted)
def remind(by: Actor, work: LongWork, row: LongWorkRow) -> Skipped | None:
    """Have one person mailed, unless she has done meanwhile what she was to be reminded of."""
    figure = Figure(work.arguments["figure"])
    person = people.person(work.organization_id, row.subject_id)
    wanted = queries.rows(work.organization_id).filter(queries.condition(work.organization_id, figure))
    if not wanted.filter(id=person.id).exists():
        return Skipped(_("Has done it meanwhile."))
    if not person.has_email:
        return Skipped(_("Has no email address."))
    mail_reminder.enqueue(
        organization_id=work.organization_id, person_id=person.id, figure=figure.value, work_id=work.id
    )
    return None


@job()
def mail_reminder(*, organization_id: int, person_id: int, figure: str, work_id: int) -> None:
    """Mail one reminder."""
    person = people.person(organization_id, person_id)
    mail.send(
        to=person.email,
        template=f"insights/{FIGURES[Figure(figure)].reminder}",
        context=letter(person),
        organization_id=organization_id,
        message_id=f"{work_id}.{person_id}",
    )


def letter(person: Person) -> dict[str, object]:
    """What the letter of a reminder says of a person and her organization."""
    organization = organizations.organization(person.organization_id or 0)
    return {
        "name": person.name,
        "organization": organization.name,
        "support": organization.support_address,
        "address": settings.KEYHOUSE.base_url,
    }
