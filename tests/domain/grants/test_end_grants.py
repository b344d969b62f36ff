"""Ending all grants of a person in a portfolio."""

import pytest

from keyhouse.domain.grants import actions
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import make_member
from tests.domain.grants.giving import give, held


def test_grants_of_this_portfolio_end_and_others_stay(ada, cast):
    make_member(cast.press, cast.ben)
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")
    give(cast.press, cast.ben, cast.newsroom, "ADVERTISE")

    step = ada.within(Permission.GRANTS_CHANGE, cast.ben)
    assert actions.end_grants(by=step, portfolio=cast.spring_campaign, person=cast.ben) == 1

    assert held(cast.ben, cast.spring_campaign) == []
    assert held(cast.ben, cast.press) == [("Acme Newsroom", ["ADVERTISE"])]


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.end_grants(by=ada, portfolio=cast.spring_campaign, person=cast.ben)
