"""What is kept about people so that no page has to count them."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries
from keyhouse.domain.people.models import Headcount
from keyhouse.foundation import clock
from keyhouse.foundation.jobs import scheduled


@scheduled(every=dt.timedelta(minutes=5))
def count_people(*, organization_id: int | None) -> None:
    """Count the people of every organization by the state of their accounts."""
    for each in organizations.every_id():
        count_people_of(each)


def count_people_of(organization_id: int) -> None:
    """Count the people of one organization, which whoever adds many at once does afterwards."""
    numbers, now = queries.counted(organization_id), clock.now()
    rows = [Headcount(state=state, number=number, counted_at=now) for state, number in numbers.items()]
    with transaction.atomic():
        kept = Headcount.objects.of(organization_id)
        kept.delete()
        kept.bulk_create(rows)
