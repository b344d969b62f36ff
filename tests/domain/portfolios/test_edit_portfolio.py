"""Editing a portfolio."""

import pytest

from keyhouse.domain.portfolios import actions
from keyhouse.domain.portfolios.errors import PortfolioNameTaken
from keyhouse.domain.portfolios.rules import Settings
from keyhouse.foundation.errors import NotAllowed


def test_the_name_and_the_options_change(ada, spring_campaign):
    actions.edit_portfolio(by=ada, portfolio=spring_campaign, settings=Settings(name="Spring", invitation_days=14))

    spring_campaign.refresh_from_db()
    assert (spring_campaign.name, spring_campaign.invitation_days) == ("Spring", 14)


def test_a_name_that_is_taken_is_refused(ada, spring_campaign, untouched):
    with pytest.raises(PortfolioNameTaken), untouched():
        actions.edit_portfolio(by=ada, portfolio=spring_campaign, settings=Settings(name="press"))


def test_partial_access_is_not_enough(ben, spring_campaign, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.edit_portfolio(by=ben, portfolio=spring_campaign, settings=Settings(name="Spring"))
