"""Writing the whole crowd in one transaction, and counting it, so that no page has to."""

import datetime as dt

from django.db import transaction

from keyhouse.demo.cast import Cast
from keyhouse.demo.crowd import people as crowd
from keyhouse.demo.crowd import work
from keyhouse.demo.crowd.people import Company, Keep
from keyhouse.domain.people.jobs import count_people_of
from keyhouse.foundation import clock


@transaction.atomic
def generate(cast: Cast, *, keep: Keep, people: int, assets: int, grants: int) -> None:
    """Write so many of each for Acme; grants need people and assets to be given on."""
    acme, spring = cast.organizations["Acme"].id, cast.portfolios["Spring campaign"].id
    begun = clock.now() - dt.timedelta(days=200)
    company = Company(organization=acme, connection=cast.people["ben"].managed_by_id, begun=begun, keep=keep)
    persons = crowd.people(company, people)
    if people:
        crowd.groups(company, persons)
        crowd.roles(company, persons)
        work.portfolios(company, spring, persons)
    things = work.assets(company, spring, assets)
    work.grants(company, spring, (persons[: work.PEOPLE_IN_ONE], things), grants)
    count_people_of(acme)
