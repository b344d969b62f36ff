"""Which portfolios somebody may open, and how she stands to them."""

import pytest

from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.errors import SecondFactorNeeded
from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.permissions import Strength
from tests.cast import make_member, weaker


def names(actor):
    return [(place.name, place.level) for place in queries.openable(actor)]


def test_a_person_opens_the_portfolios_she_has_a_place_in(ben, cast):
    assert names(ben) == [("Spring campaign", "basic")]


def test_a_system_admin_may_open_every_portfolio_of_her_organization(erin, cast):
    assert names(erin) == [("Press", "full"), ("Spring campaign", "")]


def test_a_personal_login_enters_the_organization_of_its_portfolio(finn, cast):
    inside = queries.entered(finn, cast.press.id)

    assert inside.organization_id == cast.acme.id
    assert queries.portfolio(inside, cast.press.id) == cast.press


def test_a_guest_leaves_her_admin_permissions_at_home(cleo, cast):
    make_member(cast.spring_campaign, cast.cleo)

    inside = queries.entered(cleo, cast.spring_campaign.id)

    assert inside.permissions == frozenset()
    with pytest.raises(NotFound):
        queries.portfolio(inside, cast.press.id)


@pytest.mark.parametrize("state", ["deactivated", "removed"])
def test_an_ended_place_opens_nothing(finn, cast, state):
    place = queries.membership(cast.press, cast.finn.id)
    place.state = state
    place.save()

    with pytest.raises(NotFound):
        queries.portfolio(queries.entered(finn, cast.press.id), cast.press.id)


def test_another_organization_sees_nothing(mallory, cast):
    """AUTH-1: an id of Acme's is answered like one that never existed."""
    with pytest.raises(NotFound):
        queries.portfolio(queries.entered(mallory, cast.press.id), cast.press.id)


def test_an_employee_does_not_see_the_portfolio_next_door(ben, cast):
    with pytest.raises(NotFound):
        queries.portfolio(ben, cast.press.id)


def test_a_portfolio_that_asks_for_a_second_factor_opens_only_with_one(ben, cast):
    cast.spring_campaign.two_factor_rule = "all_required"
    cast.spring_campaign.save()

    assert queries.entered(weaker(ben, Strength.SINGLE_SIGN_ON), cast.spring_campaign.id)
    with pytest.raises(SecondFactorNeeded):
        queries.entered(weaker(ben, Strength.PASSWORD), cast.spring_campaign.id)
