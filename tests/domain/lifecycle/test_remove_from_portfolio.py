"""Removing a person from a portfolio, with all that she had there."""

import datetime as dt

import pytest

from keyhouse.domain.grants import queries as grants
from keyhouse.domain.lifecycle import actions, jobs
from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.errors import LastFullControl
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from tests.domain.grants.giving import give


def remove(by, cast, person):
    return actions.remove_from_portfolio(by=by, portfolio=cast.spring_campaign, person_id=person.id)


def test_the_place_and_the_grants_go_together(ada, cast):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")

    remove(ada, cast, cast.ben)

    assert queries.place_of(cast.spring_campaign, cast.ben.id) is None
    assert grants.summary(cast.ben, cast.spring_campaign) == []


def test_a_person_leaves_with_all_she_had(ben, cast):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")

    remove(ben, cast, cast.ben)

    assert grants.summary(cast.ben, cast.spring_campaign) == []


def test_the_last_full_control_stays_with_her_grants(ada, cast, untouched):
    """AUTH-2: a refused removal changes nothing."""
    give(cast.spring_campaign, cast.ada, cast.act_1001, "ADVERTISE")

    with pytest.raises(LastFullControl), untouched():
        remove(ada, cast, cast.ada)


def test_temporary_access_ends_by_itself(cast):
    place = queries.membership(cast.spring_campaign, cast.ben.id)
    place.until = clock.now() - dt.timedelta(minutes=1)
    place.save()
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")
    assert queries.place_of(cast.spring_campaign, cast.ben.id) is None

    jobs.end_temporary_access(organization_id=None)

    assert queries.membership(cast.spring_campaign, cast.ben.id).state == "removed"
    assert grants.summary(cast.ben, cast.spring_campaign) == []


def test_partial_access_removes_nobody(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        remove(ben, cast, cast.ada)
