"""Creating a portfolio."""

import pytest

from keyhouse.domain.portfolios import actions, queries
from keyhouse.domain.portfolios.errors import NameMissing, PortfolioNameTaken
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor


def test_whoever_creates_a_portfolio_has_full_control_of_it(ada, acme):
    portfolio = actions.create_portfolio(by=ada, organization=acme, name="  Summer   sale ")

    assert portfolio.name == "Summer sale"
    assert queries.facts_for(ada, portfolio).level == "full"


def test_the_operator_creates_one_with_nobody_in_it(acme):
    portfolio = actions.create_portfolio(by=operator_actor(acme.id), organization=acme, name="Summer sale")

    assert queries.members(portfolio) == []


def test_two_portfolios_cannot_share_a_name(ada, acme, spring_campaign, untouched):
    with pytest.raises(PortfolioNameTaken), untouched():
        actions.create_portfolio(by=ada, organization=acme, name="spring CAMPAIGN")


def test_a_portfolio_needs_a_name(ada, acme, untouched):
    with pytest.raises(NameMissing), untouched():
        actions.create_portfolio(by=ada, organization=acme, name="   ")


def test_an_employee_may_not_create_one(ben, acme, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.create_portfolio(by=ben, organization=acme, name="Ben's own")


def test_nobody_creates_one_in_another_organization(mallory, acme, untouched):
    """AUTH-1: the organization comes from the actor."""
    with pytest.raises(NotAllowed), untouched():
        actions.create_portfolio(by=mallory, organization=acme, name="Ours now")
