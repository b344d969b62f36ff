"""Nobody hands out more than she has: a property over all givers, tasks and ends."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.grants import actions, queries
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.partners.models import PartnerShare
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from tests.cast import actor_of, make_member, make_person
from tests.domain.grants.giving import give

FAR = dt.timedelta(days=30)
page_tasks = st.sets(st.sampled_from([one.name for one in types.PAGE.tasks]), min_size=1)
ends = st.sampled_from([None, dt.timedelta(days=1), FAR])


class Undone(Exception):
    """Ends an example and takes its rows away again."""


@pytest.fixture
def kim(cast):
    person = make_person(cast.acme, "kim@acme.example", "Kim")
    make_member(cast.spring_campaign, person)
    make_member(cast.studio, person)
    return person


def end(after):
    return clock.now() + after if after is not None else None


def held_until(rows):
    """The latest end among these grants; far away when one has none."""
    return max((one.until or clock.now() + 10 * FAR for one in rows), default=clock.now())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(own=page_tasks, own_end=ends, share=page_tasks, wanted=page_tasks, wanted_end=ends, partner=st.booleans())
def test_what_arrives_is_never_more_than_the_giver_had(cast, kim, own, own_end, share, wanted, wanted_end, partner):
    portfolio, giver = (cast.studio, cast.cleo) if partner else (cast.spring_campaign, cast.ben)
    try:
        with transaction.atomic():
            make_member_if_missing(portfolio, giver)
            PartnerShare.objects.of(cast.acme).update(tasks=tasks.bits(types.PAGE, share))
            give(portfolio, giver, cast.acme_bikes, *own, until=end(own_end))
            had = queries.summary(giver, portfolio)
            try:
                actions.assign_assets(
                    by=actor_of(giver), portfolio=portfolio, subject_id=kim.id, object_ids=[cast.acme_bikes.id],
                    tasks={"page": sorted(wanted)}, until=end(wanted_end),
                )  # fmt: skip
            except BrokenRule:
                raise Undone from None
            got = queries.summary(kim, portfolio)

            assert not combined(got) & ~combined(had)
            assert held_until(got) <= held_until(had)
            raise Undone
    except Undone:
        assert not TaskGrant.objects.of(portfolio.organization_id).exists()


def combined(rows):
    """All bits of these rows together."""
    total = 0
    for one in rows:
        total |= one.effective
    return total


def make_member_if_missing(portfolio, person):
    """Partial access for the giver, so that her level gives her nothing."""
    from keyhouse.domain.portfolios.models import Membership

    Membership.objects.of(portfolio.organization_id).filter(portfolio=portfolio, person=person).update(level="basic")
