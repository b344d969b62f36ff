"""Taking full control of a portfolio."""

import pytest

from keyhouse.domain.portfolios import actions, queries
from keyhouse.domain.portfolios.errors import ReasonMissing
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def test_a_system_admin_takes_full_control_and_says_why(erin, cast):
    cast.spring_campaign.needs_full_control = True
    cast.spring_campaign.save()

    actions.take_full_control(by=erin, portfolio=cast.spring_campaign, reason="Ada is away")

    cast.spring_campaign.refresh_from_db()
    assert queries.facts_for(erin, cast.spring_campaign).level == "full"
    assert not cast.spring_campaign.needs_full_control
    assert audit.events(cast.acme.id)[0].sentence == (
        "Erin took full control of Spring campaign and gave as reason: Ada is away."
    )


def test_a_reason_is_needed(erin, cast, untouched):
    with pytest.raises(ReasonMissing), untouched():
        actions.take_full_control(by=erin, portfolio=cast.spring_campaign, reason="  ")


def test_an_employee_may_not(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.take_full_control(by=ben, portfolio=cast.spring_campaign, reason="I want to")


def test_a_system_admin_of_another_organization_may_not(mallory, cast, untouched):
    """AUTH-1: the right ends at the border of the organization."""
    with pytest.raises(NotAllowed), untouched():
        actions.take_full_control(by=mallory, portfolio=cast.spring_campaign, reason="Why not")
