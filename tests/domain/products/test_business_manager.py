"""Access to Business Manager counts on every path: pages, actions and decisions."""

import pytest
from django.db import connection

from keyhouse.domain.grants.hot_decisions import Asker, Question, may, who_may, why
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.products import actions, queries
from keyhouse.domain.products.errors import NoProductAccess
from keyhouse.foundation import clock


@pytest.fixture
def closed(ada, cast, business_manager):
    """Acme's Business Manager for Ada alone."""
    return actions.switch_to_custom_access(by=ada, product=business_manager, keep=[cast.ada])


def asked(cast, person):
    asker = Asker(organization=cast.acme.id, at=clock.now())
    return asker, Question(
        subject_type="person", subject=person.id, task="ADVERTISE", asset_type="ad_account", asset=cast.act_1001.id
    )


def test_without_it_no_portfolio_opens_and_the_reason_is_said(erin, cast, closed):
    with pytest.raises(NoProductAccess, match="You have no access to Business Manager"):
        portfolios.entered(erin, cast.press.id)
    assert portfolios.openable(erin) == []
    assert portfolios.facts_for(erin, cast.press).level == ""


def test_who_was_chosen_goes_on_as_before(ada, cast, closed):
    assert portfolios.facts_for(ada, cast.press).level == "full"
    assert {one.name for one in portfolios.openable(ada)} == {"Press", "Spring campaign"}


def test_people_of_other_organizations_and_personal_logins_are_not_on_that_list(cleo, finn, cast, closed):
    assert [one.name for one in portfolios.openable(cleo)] == ["Brightside Studio"]
    assert [one.name for one in portfolios.openable(finn)] == ["Press"]


def test_a_decision_refuses_with_the_reason_and_gives_again_with_access(ada, cast, business_manager):
    assert may(*asked(cast, cast.ada)).allowed

    actions.switch_to_custom_access(by=ada, product=business_manager)
    answer = may(*asked(cast, cast.ada))
    assert (answer.allowed, answer.code) == (False, "no_product_access")
    assert who_may(*asked(cast, cast.ada)) == []
    assert why(*asked(cast, cast.ada)) == []

    actions.give_access(by=ada, product=business_manager, subject=cast.ada)
    assert may(*asked(cast, cast.ada)).allowed


def test_a_group_opens_it_as_long_as_one_is_in_it(ada, ben, cast, business_manager, sales):
    actions.switch_to_custom_access(by=ada, product=business_manager, keep=[sales])
    assert portfolios.facts_for(ben, cast.spring_campaign).level == "basic"

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM groups_groupmember")

    assert portfolios.facts_for(ben, cast.spring_campaign).level == ""


def test_an_organization_without_the_row_has_default_access(erin, cast, business_manager):
    business_manager.delete()

    assert portfolios.facts_for(erin, cast.press).level == "full"
    assert queries.may_use(cast.acme.id, cast.erin.id, "business_manager")
