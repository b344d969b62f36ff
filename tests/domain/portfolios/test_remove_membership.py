"""Ending a person's place in a portfolio."""

import pytest

from keyhouse.domain.portfolios import actions, queries
from keyhouse.domain.portfolios.errors import LastFullControl, NotInPortfolio
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_member


def remove(by, cast, person):
    return actions.remove_membership(by=by, portfolio=cast.spring_campaign, person_id=person.id)


def test_full_control_removes_a_person(ada, cast):
    remove(ada, cast, cast.ben)

    assert queries.place_of(cast.spring_campaign, cast.ben.id) is None
    assert audit.events(cast.acme.id)[0].sentence == "Ada removed Ben from Spring campaign."


def test_a_person_leaves_by_herself(ben, cast):
    remove(ben, cast, cast.ben)

    assert audit.events(cast.acme.id)[0].sentence == "Ben left Spring campaign."


def test_partial_access_removes_nobody_else(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        remove(ben, cast, cast.ada)


def test_the_last_person_with_full_control_stays(ada, cast, untouched):
    """AUTH-2: neither by leaving nor by being removed does the last full control go."""
    with pytest.raises(LastFullControl, match="Ada is the last person"), untouched():
        remove(ada, cast, cast.ada)


def test_a_temporary_second_person_does_not_count(ada, cast, untouched):
    """AUTH-2: full control for a time only keeps no portfolio."""
    from keyhouse.domain.portfolios import rules
    from keyhouse.foundation import clock

    make_member(cast.spring_campaign, cast.erin, "full", until=rules.ends_at(clock.now(), 10))

    with pytest.raises(LastFullControl), untouched():
        remove(ada, cast, cast.ada)


def test_nobody_is_removed_twice(ada, cast, untouched):
    remove(ada, cast, cast.ben)

    with pytest.raises(NotInPortfolio), untouched():
        remove(ada, cast, cast.ben)


def test_the_row_of_somebody_who_has_left_can_be_removed(ada, cast):
    remove(ada, cast, cast.dana)

    assert queries.membership(cast.spring_campaign, cast.dana.id).state == "removed"
